import { and, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { templates, templateUses } from "@/lib/db/schema";
import { templatesIn } from "@/lib/domain/template-stands";
import type { Actor } from "../context";
import { isVisible } from "./visible-templates";

type Use = { reply: { id: string; threadId: number; bodyHtml: string }; templateIds: string[]; at: Date };

/**
 * Writes down with which templates a reply was written, each once. One whose text was taken out again, and what the actor does not see,
 * counts for nothing.
 */
export async function recordTemplateUses(tx: Database, actor: Actor, { reply, templateIds, at }: Use): Promise<void> {
  if (templateIds.length === 0) return;
  const { workspaceId, memberId } = actor;
  const inserted = await tx
    .select({ templateId: templates.id, bodyHtml: templates.bodyHtml })
    .from(templates)
    .where(and(inArray(templates.id, templateIds), isVisible(actor)));
  if (inserted.length === 0) return;
  const stands = templatesIn(reply.bodyHtml);
  const used = inserted.filter(({ bodyHtml }) => stands(bodyHtml));
  if (used.length === 0) return;
  await tx.insert(templateUses).values(
    used.map(({ templateId }) => ({
      templateId,
      workspaceId,
      memberId,
      replyId: reply.id,
      threadId: reply.threadId,
      usedAt: at,
    })),
  );
}
