import { inArray, sql } from "drizzle-orm";
import { templateUses } from "@/lib/db/schema";
import type { TemplateFigures, TemplateLists } from "@/lib/domain/template-view";
import { isOfSeenThread } from "../access/threads-of";
import { may, type Context } from "../context";
import { CAME_AFTER } from "../messages/came-after";
import type { ListTemplatesInput } from "./schemas";
import { visibleViews } from "./visible-views";

/** The templates that the actor sees, with what became of their uses in threads that the actor sees. */
export async function listTemplates(ctx: Context, _input: ListTemplatesInput = {}): Promise<TemplateLists> {
  may(ctx.actor, "template.use");
  const { folders, templates } = await visibleViews(ctx.db, ctx.actor);
  const figures = await figuresOf(
    ctx,
    templates.map(({ id }) => id),
  );
  return {
    folders,
    templates: templates.map((template) => ({ ...template, figures: figures.get(template.id) ?? NONE })),
  };
}

const NONE: TemplateFigures = { uses: 0, sent: 0, answered: 0 };

/** One question for all templates; `ours` is the copy of the reply that the mailbox keeps. */
async function figuresOf({ actor, db }: Context, ids: string[]): Promise<Map<string, TemplateFigures>> {
  if (ids.length === 0) return new Map();
  const seen = isOfSeenThread(actor, templateUses.threadId);
  const { rows } = await db.execute<TemplateFigures & { id: string }>(sql`
    select ${templateUses.templateId} as id, count(*)::int as uses,
      (count(*) filter (where reply.status = 'sent'))::int as sent,
      (count(*) filter (where reply.status = 'sent' and exists (
        select from messages theirs left join messages ours on ours.id = reply.sent_message_id
        where theirs.thread_id = ${templateUses.threadId} and theirs.direction = 'in'
          and not theirs.is_automatic and theirs.bounces = '[]'::jsonb
          and case when ours.id is null then theirs.sent_at > reply.sent_at else ${CAME_AFTER} end)))::int as answered
    from ${templateUses} join replies reply on reply.id = ${templateUses.replyId}
    where ${inArray(templateUses.templateId, ids)} and reply.status not in ('cancelled', 'failed')
      ${seen ? sql`and ${seen}` : sql``}
    group by ${templateUses.templateId}`);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
