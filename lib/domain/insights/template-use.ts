import { type InsightCase, keysOfGroup } from "./insight-case";

export const REPLIED_KEY = "replied";
/** How long after a reply an answer counts for the template it was written with. */
export const REPLIED_WITHIN_MS = 7 * 86_400_000;

/** A reply that was written with a template and left in the span. Replied: the lead answered within 7 days of it, so far; what is automatic is no answer. */
export type TemplateUse = { threadId: number; sentAt: number; templateId: string; isReplied: boolean };

export const templateUseCase = ({ threadId, sentAt, templateId, isReplied }: TemplateUse): InsightCase => ({
  threadId,
  at: sentAt,
  tookMs: null,
  keys: keysOfGroup(templateId, REPLIED_KEY, isReplied),
});
