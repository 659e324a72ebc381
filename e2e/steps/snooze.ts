import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { type Database, openDatabase } from "@/lib/db/client";
import { mailboxes, threadReminders } from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { makeCampaign, makeLead, makeThread } from "@/lib/testing/factories";
import { rawMail } from "@/lib/testing/raw-mail";

type Waiting = { id: number; name: string; address: string; messageId: string };

/** Leads of a campaign of their own, each of whom waits for an answer; the first on top of its list. */
export const waitingLeads = (
  names: string[],
  values: { timeZone?: string } = {},
): Promise<{ campaign: number; threads: Waiting[] }> =>
  inDatabase(async (db) => {
    const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.engine, "sandbox")).limit(1);
    const { workspaceId } = mailbox!;
    const campaign = await makeCampaign(db, { workspaceId, mailbox: mailbox!, name: "Night ferries" });
    const threads: Waiting[] = [];
    for (const [place, firstName] of names.entries()) {
      const email = `${firstName.toLowerCase()}-${randomBytes(4).toString("hex")}@ferries.test`;
      const lead = await makeLead(db, { workspaceId, campaign, email, firstName, lastName: "Ferry", ...values });
      const asked = Date.now() - (place + 2) * 3_600_000;
      const made = await makeThread(db, {
        workspaceId,
        mailbox: mailbox!,
        campaign,
        lead,
        subject: `Night ferry of ${firstName}`,
        messages: [
          { direction: "out", sentAt: new Date(asked) },
          { direction: "in", sentAt: new Date(asked + 60_000) },
        ],
      });
      threads.push({
        id: made.thread.id,
        name: `${firstName} Ferry`,
        address: email,
        messageId: made.messages.at(-1)!.messageId,
      });
    }
    return { campaign: campaign.number, threads };
  });

/** The time of what is wanted back comes now, and its order is due. */
export const itsTimeComes = (threadId: number): Promise<void> =>
  inDatabase(async (db) => {
    const [due] = await db
      .update(threadReminders)
      .set({ remindAt: new Date(Date.now() - 1_000) })
      .where(and(eq(threadReminders.threadId, threadId), isNull(threadReminders.closedAt)))
      .returning({ id: threadReminders.id });
    await db.execute(
      sql`update jobs.job set start_after = now() where name = 'fire-reminder' and data ->> 'reminderId' = ${due!.id}`,
    );
  });

/** The lead writes again. */
export const theyAnswer = ({ address, messageId }: Waiting): Promise<void> =>
  inDatabase(async (db) => {
    const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.engine, "sandbox")).limit(1);
    const { id: mailboxId, workspaceId, address: to } = mailbox!;
    const raw = rawMail({ from: address, to, inReplyTo: messageId, date: new Date() });
    await ingestMessage({ db, now: () => new Date() }, { workspaceId, mailboxId, source: "inbox", raw });
  });

async function inDatabase<Answer>(run: (db: Database) => Promise<Answer>): Promise<Answer> {
  const { db, pool } = openDatabase(process.env.E2E_DATABASE_URL!, { max: 2 });
  try {
    return await run(db);
  } finally {
    await pool.end();
  }
}
