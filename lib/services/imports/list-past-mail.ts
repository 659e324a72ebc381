import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { events, mailboxes } from "@/lib/db/schema";
import type { PastMailOrder } from "@/lib/domain/past-mail-order";
import { may, type Context } from "@/lib/services/context";

const OUTCOMES = {
  "import.mail_ordered": "ordered",
  "import.mail": "done",
  "import.mail_failed": "failed",
} as const;
const MOST = 20;

/** How the newest order of each mailbox's past mail stands, the newest first. @throws AppError `forbidden` for all but admins */
export async function listPastMail({ actor, db }: Context): Promise<PastMailOrder[]> {
  may(actor, "import.run");
  const newest = db
    .selectDistinctOn([events.subjectId])
    .from(events)
    .where(and(eq(events.workspaceId, actor.workspaceId), inArray(events.kind, Object.keys(OUTCOMES))))
    .orderBy(events.subjectId, desc(events.at), desc(events.id))
    .as("newest");
  const rows = await db
    .select({ kind: newest.kind, at: newest.at, data: newest.data, mailbox: mailboxes })
    .from(newest)
    .innerJoin(mailboxes, eq(sql`${mailboxes.id}::text`, newest.subjectId))
    .orderBy(desc(newest.at))
    .limit(MOST);
  return rows.map(({ kind, at, data, mailbox: { id, address, colour } }) => {
    const { name, failedAt, ...figures } = data as Record<string, unknown>;
    const figure = (key: string) => Number(figures[key] ?? 0);
    return {
      mailboxId: id,
      address,
      colour,
      at: at.toISOString(),
      days: figure("days"),
      name: typeof name === "string" ? name : null,
      outcome: OUTCOMES[kind as keyof typeof OUTCOMES],
      added: figure("added"),
      known: figure("known"),
      failed: figure("failed"),
      leftOut: figure("leftOut"),
      failedAt: Array.isArray(failedAt) ? failedAt.map(Number) : [],
    };
  });
}
