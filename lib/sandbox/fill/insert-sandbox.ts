import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  attachments,
  campaignLeads,
  leads,
  messages,
  messageSources,
  replies,
  threads,
  workspaces,
} from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { putFile } from "@/lib/storage/storage";
import { planAsides } from "../plan/plan-asides";
import { planReplies } from "../plan/plan-replies";
import { planLeadThreads } from "../plan/plan-threads";
import type { PlannedThread } from "../plan/planned-thread";
import { rowsOf, type Ids, type ThreadRows } from "../plan/rows";
import { seeded } from "../random";
import { insertCast } from "./insert-cast";
import { insertBatches } from "./insert-batches";

const HOUR = 3_600_000;
/** The lead who writes from a new address that nobody knows yet. */
const MOVED_LEAD = 20;

/**
 * Writes the whole sandbox workspace, in the caller's transaction. The words and ids are the same on every machine and day;
 * times count back from the full hour, so that two fills of one hour are the same rows.
 */
export async function insertSandbox(tx: Database, now: Date): Promise<void> {
  const at = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const ids = await insertCast(tx, at);
  const leadThreads = planLeadThreads(at);
  const { lead } = leadThreads[MOVED_LEAD]!.company!;
  const asides = planAsides(at, { name: lead.name, address: lead.email });
  const planned = [...leadThreads, ...asides].toSorted((a, b) => startOf(a) - startOf(b));
  const leadRows = planned.flatMap((thread) => leadOf(thread, ids));
  const leadIds = new Map(leadRows.map(({ key, row }) => [key, row.id]));
  const firstId = await reserveThreadIds(tx, planned.length);
  const rows: ThreadRows[] = [];
  for (const [index, thread] of planned.entries())
    rows.push(await rowsOf(thread, firstId + index, leadIds.get(thread.key) ?? null, ids));
  const outbox = planReplies(rows, ids, at);

  await storeFiles(rows);
  await insertBatches(
    tx,
    leads,
    leadRows.map(({ row }) => row),
  );
  await insertBatches(
    tx,
    campaignLeads,
    leadRows.map(({ row, campaignId }) => ({ leadId: row.id, campaignId, createdAt: row.createdAt })),
  );
  await insertBatches(
    tx,
    threads,
    rows.map(({ thread }) => thread),
  );
  await insertBatches(
    tx,
    messages,
    rows.flatMap((each) => each.messages),
  );
  await insertBatches(
    tx,
    messageSources,
    rows.flatMap((each) => each.sources),
  );
  await insertBatches(
    tx,
    attachments,
    rows.flatMap((each) => each.attachments),
  );
  await tx.insert(replies).values(outbox);
  for (const reply of outbox)
    if (reply.status === "scheduled") await enqueue(tx, JOBS.sendReply, { replyId: reply.id }, { after: reply.dueAt });
  await tx.update(workspaces).set({ filledAt: now }).where(eq(workspaces.id, ids.workspaceId));
}

const startOf = (thread: PlannedThread): number => thread.letters[0]!.sentAt.getTime();

function leadOf({ key, company, campaign, plot, letters }: PlannedThread, ids: Ids) {
  if (!company || !campaign) return [];
  const random = seeded(`lead-row/${key}`);
  const { lead, timeZone, domain, name, city } = company;
  const lastAt = letters.at(-1)!.sentAt;
  const said = letters.at(-1)!.input.text ?? "";
  const isUnsubscribe = plot === "dnc" && /^(unsubscribe|désinscription|baja)/i.test(said);
  const row = {
    id: random.uuid(),
    workspaceId: ids.workspaceId,
    email: lead.email,
    firstName: lead.first,
    lastName: lead.last,
    company: name,
    title: lead.title,
    website: `https://www.${domain}`,
    linkedin: `https://linkedin.example/in/${lead.email.split("@")[0]!}`,
    location: city,
    timeZone,
    customFields: { Language: company.language, Halls: String(random.int(1, 6)) },
    // Numbers that Ofcom keeps for invented people; other countries have none.
    phone: timeZone === "Europe/London" ? `+44 20 7946 0${random.int(100, 999)}` : "",
    unsubscribedAt: isUnsubscribe ? lastAt : null,
    doNotContactAt: plot === "dnc" && !isUnsubscribe ? lastAt : null,
    bouncedAt: plot === "bounce" ? lastAt : null,
    createdAt: new Date(letters[0]!.sentAt.getTime() - 24 * HOUR),
  };
  return [{ key, row, campaignId: ids.campaigns[campaign.number]! }];
}

/** A block of numbers of the threads' own sequence; whatever comes later goes on behind it. */
async function reserveThreadIds(tx: Database, count: number): Promise<number> {
  const { rows } = await tx.execute<{ first: string }>(
    sql`select min(nextval(pg_get_serial_sequence('threads', 'id')))::text as first from generate_series(1, ${count})`,
  );
  return Number(rows[0]!.first);
}

async function storeFiles(rows: ThreadRows[]): Promise<void> {
  const files = new Map(
    rows.flatMap((each) => each.files.map(({ storageKey, content }) => [storageKey, content] as const)),
  );
  await Promise.all([...files].map(([key, content]) => putFile(key, content)));
}
