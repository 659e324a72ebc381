import { and, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { templates, templateUses } from "@/lib/db/schema";
import type { Actor } from "../context";
import { isVisible } from "./visible-templates";

type Use = { reply: { id: string; threadId: number }; templateIds: string[]; at: Date };

/** Writes down with which templates a reply was written, each once. What the actor does not see counts for nothing. */
export async function recordTemplateUses(tx: Database, actor: Actor, { reply, templateIds, at }: Use): Promise<void> {
  if (templateIds.length === 0) return;
  const { workspaceId, memberId } = actor;
  const used = await tx
    .select({ templateId: templates.id })
    .from(templates)
    .where(and(inArray(templates.id, templateIds), isVisible(actor)));
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
