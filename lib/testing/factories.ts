import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import {
  campaignLeads,
  campaignMailboxes,
  campaigns,
  leads,
  mailboxes,
  members,
  messages,
  messageSources,
  threads,
  workspaces,
} from "@/lib/db/schema";
import type { Scope } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";

export type WorkspaceRow = typeof workspaces.$inferSelect;
export type MemberRow = typeof members.$inferSelect;
export type MailboxRow = typeof mailboxes.$inferSelect;
export type CampaignRow = typeof campaigns.$inferSelect;
export type LeadRow = typeof leads.$inferSelect;
export type ThreadRow = typeof threads.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;
export type World = Awaited<ReturnType<typeof makeWorld>>;

type In = { workspaceId: string };
const unique = () => randomBytes(4).toString("hex");

/** A workspace, real by default. */
export async function makeWorkspace(db: Database, values: Partial<typeof workspaces.$inferInsert> = {}) {
  return only(
    await db
      .insert(workspaces)
      .values({ kind: "team", name: "Acme", ...values })
      .returning(),
  );
}

export async function makeMember(db: Database, values: In & Partial<typeof members.$inferInsert>): Promise<MemberRow> {
  const email = `sam-${unique()}@acme.test`;
  return only(
    await db
      .insert(members)
      .values({ email, name: "Sam Reed", role: "sdr", ...values })
      .returning(),
  );
}

export async function makeMailbox(
  db: Database,
  values: In & Partial<typeof mailboxes.$inferInsert>,
): Promise<MailboxRow> {
  const address = `box-${unique()}@acme.test`;
  return only(
    await db
      .insert(mailboxes)
      .values({ address, displayName: "Sam Reed", engine: "smtp", state: "connected", ...values })
      .returning(),
  );
}

/** A campaign that sends from `mailbox`, if one is given. */
export async function makeCampaign(
  db: Database,
  { mailbox, ...values }: In & Partial<typeof campaigns.$inferInsert> & { mailbox?: { id: string } },
): Promise<CampaignRow> {
  const number = Math.floor(Math.random() * 1e9) + 100_000;
  const campaign = only(
    await db
      .insert(campaigns)
      .values({ number, name: "Spring", ...values })
      .returning(),
  );
  if (mailbox) await db.insert(campaignMailboxes).values({ campaignId: campaign.id, mailboxId: mailbox.id });
  return campaign;
}

/** A lead, of `campaign` if one is given. */
export async function makeLead(
  db: Database,
  { campaign, ...values }: In & Partial<typeof leads.$inferInsert> & { campaign?: { id: string } },
): Promise<LeadRow> {
  const email = `ana-${unique()}@lead.test`;
  const lead = only(
    await db
      .insert(leads)
      .values({ email, firstName: "Ana", lastName: "Berg", ...values })
      .returning(),
  );
  if (campaign) await db.insert(campaignLeads).values({ campaignId: campaign.id, leadId: lead.id });
  return lead;
}

type MessageInput = Partial<Omit<typeof messages.$inferInsert, "threadId" | "workspaceId" | "mailboxId">> & {
  raw?: string;
};
type ThreadInput = Partial<typeof threads.$inferInsert> & {
  workspaceId: string;
  mailbox: MailboxRow;
  /** Absent (with `stranger`): an untracked thread. */
  lead?: LeadRow;
  campaign?: CampaignRow;
  /** The other party of an untracked thread. */
  stranger?: { name: string; address: string };
  /** In order of time; by default one message out and the answer to it. */
  messages?: MessageInput[];
};

/**
 * A thread with its messages, put straight into the tables. Messages default to one out and one in that answers it and carries
 * its stats id; the first lies an hour before now, each next a minute later.
 */
export async function makeThread(db: Database, input: ThreadInput) {
  const { mailbox, lead, campaign, stranger, messages: wanted, ...values } = input;
  const contact = lead
    ? { name: `${lead.firstName} ${lead.lastName}`.trim(), address: lead.email }
    : (stranger ?? { name: "Una Stranger", address: `una-${unique()}@strangers.test` });
  const thread = only(
    await db
      .insert(threads)
      .values({
        kind: lead ? "lead" : "untracked",
        mailboxId: mailbox.id,
        campaignId: campaign?.id ?? null,
        leadId: lead?.id ?? null,
        subject: "A question about Acme",
        baseSubject: "a question about acme",
        lastMessageAt: new Date(),
        lastDirection: "out",
        contactName: contact.name,
        contactAddress: contact.address,
        ...values,
      })
      .returning(),
  );
  const rows: MessageRow[] = [];
  const list = wanted ?? (lead ? [{ direction: "out" }, { direction: "in" }] : [{ direction: "in" }]);
  for (const each of list as MessageInput[]) rows.push(await makeMessage(db, { thread, mailbox, contact }, each, rows));
  return { thread: await summarise(db, thread.id, rows), messages: rows };
}

/** Adds one message to a thread; `former` are the thread's messages before it. */
export async function makeMessage(
  db: Database,
  where: { thread: ThreadRow; mailbox: MailboxRow; contact?: { name: string; address: string } },
  { raw, ...values }: MessageInput,
  former: MessageRow[] = [],
): Promise<MessageRow> {
  const { thread, mailbox } = where;
  const contact = where.contact ?? { name: thread.contactName, address: thread.contactAddress };
  const own = { name: mailbox.displayName, address: mailbox.address };
  const isIn = (values.direction ?? "in") === "in";
  const parent = former.at(-1);
  const sentAt = values.sentAt ?? new Date((parent?.sentAt.getTime() ?? Date.now() - 3_600_000) + 60_000);
  const text = values.text ?? (isIn ? "Thanks, tell me more." : "Hello, may I ask you something?");
  const messageId = values.messageId ?? `${unique()}@${isIn ? "lead.test" : "acme.test"}`;
  const row = only(
    await db
      .insert(messages)
      .values({
        workspaceId: thread.workspaceId,
        threadId: thread.id,
        mailboxId: mailbox.id,
        direction: "in",
        messageId,
        statsId: (isIn ? parent?.statsId : undefined) ?? randomUUID(),
        inReplyTo: parent ? [parent.messageId] : [],
        references: parent ? [...parent.references, parent.messageId] : [],
        fromName: isIn ? contact.name : own.name,
        fromAddress: isIn ? contact.address : own.address,
        to: [isIn ? own : contact],
        subject: parent ? `Re: ${thread.subject}` : thread.subject,
        sentAt,
        firstSeenAt: sentAt,
        text,
        visibleText: text,
        html: `<p>${text}</p>`,
        ...values,
      })
      .returning(),
  );
  if (raw !== undefined) await db.insert(messageSources).values({ messageId: row.id, raw: Buffer.from(raw) });
  return row;
}

/** A workspace with a member of each role, a connected mailbox, a campaign, a lead, and a thread of two messages. */
export async function makeWorld(db: Database, workspace: Partial<typeof workspaces.$inferInsert> = {}) {
  const { id: workspaceId, ...rest } = await makeWorkspace(db, workspace);
  const member = await makeMember(db, { workspaceId });
  const manager = await makeMember(db, { workspaceId, role: "manager", name: "Mia Lund" });
  const admin = await makeMember(db, { workspaceId, role: "admin", name: "Ada Voss" });
  const mailbox = await makeMailbox(db, { workspaceId, engine: rest.kind === "sandbox" ? "sandbox" : "smtp" });
  const campaign = await makeCampaign(db, { workspaceId, mailbox });
  const lead = await makeLead(db, { workspaceId, campaign });
  const { thread, messages: list } = await makeThread(db, { workspaceId, mailbox, campaign, lead });
  return { workspaceId, member, manager, admin, mailbox, campaign, lead, thread, messages: list };
}

/** What a verb is given when `member` asks. */
export function contextOf(
  member: MemberRow,
  db: Database,
  now: Clock = () => new Date(),
  { apiKeyId, scope = null }: { apiKeyId?: string; scope?: Scope } = {},
): Context {
  const { id: memberId, workspaceId, role, name, email } = member;
  return { actor: { memberId, workspaceId, role, name, email, scope, ...(apiKeyId ? { apiKeyId } : {}) }, db, now };
}

async function summarise(db: Database, threadId: number, rows: MessageRow[]): Promise<ThreadRow> {
  const last = rows.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime()).at(-1);
  const personal = rows.filter((row) => !row.isAutomatic).at(-1);
  return only(
    await db
      .update(threads)
      .set(
        last
          ? {
              lastMessageAt: last.sentAt,
              lastMessageId: last.id,
              lastDirection: last.direction,
              lastFrom: last.fromName,
              snippet: last.visibleText.slice(0, 200),
              messageCount: rows.length,
              unreadCount: rows.filter((row) => row.direction === "in" && !row.readAt).length,
              isAwaitingAnswer: personal?.direction === "in",
              awaitingSince: personal?.direction === "in" ? personal.sentAt : null,
              lastSentAt: rows.findLast((row) => row.direction === "out" && row.step === null)?.sentAt ?? null,
            }
          : { messageCount: sql`0` },
      )
      .where(eq(threads.id, threadId))
      .returning(),
  );
}

function only<Row>(rows: Row[]): Row {
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
  return rows[0]!;
}
