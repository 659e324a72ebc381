import { sql } from "drizzle-orm";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { REPLIED_WITHIN_MS, type TemplateUse, templateUseCase } from "@/lib/domain/insights/template-use";
import { roleMay } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { isIn, millis } from "./sql-parts";

/** The replies of a span that were written with a template: one case a template and reply. Others' own templates are not told of. */
export async function templateCases({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  if (!roleMay(actor.role, "template.use")) return [];
  const { rows } = await db.execute<TemplateUse>(sql`
    select used.thread_id::float8 as "threadId", ${millis(sql`used.sent_at`)} as "sentAt", used.template_id as "templateId",
      exists (select from messages where messages.thread_id = used.thread_id and messages.direction = 'in'
        and not messages.is_automatic and messages.sent_at > used.sent_at
        and messages.sent_at <= used.sent_at + ${REPLIED_WITHIN_MS / 1000}::int * interval '1 second') as "isReplied"
    from (select distinct replies.id, replies.thread_id, replies.sent_at, template_uses.template_id
      from template_uses join replies on replies.id = template_uses.reply_id
      join templates on templates.id = template_uses.template_id
      join threads on threads.id = replies.thread_id
      where template_uses.workspace_id = ${actor.workspaceId} and replies.status = 'sent'
        and (templates.owner_id is null or templates.owner_id = ${actor.memberId})
        and ${isIn(sql`replies.sent_at`, span)} and ${where}) used`);
  return rows.map(templateUseCase);
}
