import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import {
  campaignLeads,
  campaignMailboxes,
  campaigns,
  categories,
  leads,
  members,
  messages,
  threads,
} from "@/lib/db/schema";
import { insertBatches } from "@/lib/sandbox/fill/insert-batches";
import { seeded } from "@/lib/sandbox/random";
import { planThread } from "./plan-thread";
import { makeProse } from "./prose";
import { threadRows, type Rows, type Team } from "./thread-rows";

const BLOCK = 1_000;
const WRITERS = 2;
const COLLEAGUES = ["Callum Reyes", "Mirjam Kask", "Ines Moreau", "Dario Benn"];
const CAMPAIGNS = [
  "Food plants, night load",
  "DACH, ISO 50001",
  "France, workshops",
  "Iberia, packaging",
  "Nordics, sawmills",
];
const FIRST_CAMPAIGN = 12_345;
const LONG_CAMPAIGN = 12_399;

type Given = { db: Database; workspaceId: string; memberId: string; mailboxes: Team["mailboxes"]; now: Date };

/**
 * Fills a team with threads of `count` messages in all, as the store would have written them, in bulk: colleagues, campaigns,
 * leads, threads and messages. Statistics are brought up to date, as a database in use has them.
 */
export async function fillTeam(given: Given, count: number): Promise<{ threads: number; team: Team }> {
  const { db, now } = given;
  const team = await insertColleagues(given);
  const prose = makeProse(now);
  const taken = new Set<string>();
  let id = Number(await nextThreadId(db)) - 1;
  const total = { threads: 0, messages: 0 };
  const restoreIndexes = await dropIndexes(db);
  // One block is made while the database writes two.
  const writing: Promise<void>[] = [];
  while (total.messages < count) {
    const block: Rows = { leads: [], campaignLeads: [], threads: [], messages: [] };
    while (block.messages.length < BLOCK && total.messages < count) {
      const random = seeded(`bench/${total.threads}`);
      const planned = planThread(random, now, { most: count - total.messages });
      const rows = threadRows({ id: ++id, planned, random, prose, team, taken });
      for (const table of ["leads", "campaignLeads", "threads", "messages"] as const)
        (block[table] as unknown[]).push(...rows[table]);
      total.threads += 1;
      total.messages += rows.messages.length;
    }
    if (writing.length === WRITERS) await writing.shift();
    writing.push(insertBlock(db, block));
  }
  await Promise.all(writing);
  await restoreIndexes();
  await settle(db, id);
  return { threads: total.threads, team };
}

/**
 * Adds threads of `length` messages each, in a campaign of their own.
 * @returns the campaign's number
 */
export async function fillLongThreads(db: Database, team: Team, count: number, length: number): Promise<number> {
  const { workspaceId } = team;
  const [campaign] = await db
    .insert(campaigns)
    .values({ workspaceId, name: "Long talks", number: LONG_CAMPAIGN })
    .returning({ id: campaigns.id });
  const now = new Date();
  const prose = makeProse(now);
  const known = await db.selectDistinct({ domain: sql<string>`split_part(${leads.email}, '@', 2)` }).from(leads);
  const taken = new Set(known.map(({ domain }) => domain));
  const first = Number(await nextThreadId(db));
  const block: Rows = { leads: [], campaignLeads: [], threads: [], messages: [] };
  for (let nth = 0; nth < count; nth++) {
    const random = seeded(`bench/long/${nth}`);
    const planned = planThread(random, now, { length });
    const at = { planned, random, prose, taken, team: { ...team, campaignIds: [campaign!.id] } };
    const rows = threadRows({ id: first + nth, ...at });
    for (const table of ["leads", "campaignLeads", "threads", "messages"] as const)
      (block[table] as unknown[]).push(...rows[table]);
  }
  await insertBlock(db, block);
  await settle(db, first + count - 1);
  return LONG_CAMPAIGN;
}

async function insertColleagues({ db, workspaceId, memberId, mailboxes }: Given): Promise<Team> {
  const colleagues = await db
    .insert(members)
    .values(
      COLLEAGUES.map((name, index) => ({
        workspaceId,
        name,
        email: `colleague-${index}@bench.test`,
        role: "sdr" as const,
      })),
    )
    .returning({ id: members.id });
  const made = await db
    .insert(campaigns)
    .values(CAMPAIGNS.map((name, index) => ({ workspaceId, name, number: FIRST_CAMPAIGN + index })))
    .returning({ id: campaigns.id });
  const pairs = made.flatMap((campaign) =>
    mailboxes.map((mailbox) => ({ campaignId: campaign.id, mailboxId: mailbox.id })),
  );
  await db.insert(campaignMailboxes).values(pairs);
  const kinds = await db.select().from(categories).where(eq(categories.workspaceId, workspaceId));
  return {
    workspaceId,
    memberIds: [memberId, ...colleagues.map((each) => each.id)],
    mailboxes,
    campaignIds: made.map((each) => each.id),
    categoryIds: Object.fromEntries(kinds.map((each) => [each.kind, each.id])),
  };
}

async function insertBlock(db: Database, block: Rows): Promise<void> {
  await db.transaction(async (tx) => {
    await insertBatches(tx, leads, block.leads);
    await insertBatches(tx, campaignLeads, block.campaignLeads);
    await insertBatches(tx, threads, block.threads);
    await insertBatches(tx, messages, block.messages);
  });
}

/** Indexes over messages are made faster at the end than kept. @returns what makes them again, as they were */
async function dropIndexes(db: Database): Promise<() => Promise<void>> {
  const { rows } = await db.execute<{ name: string; definition: string }>(sql`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = 'messages'::regclass and not indisunique`);
  for (const { name } of rows) await db.execute(sql.raw(`drop index ${name}`));
  return async () => {
    for (const { definition } of rows)
      await db.transaction(async (tx) => {
        await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
        await tx.execute(sql.raw(definition));
      });
  };
}

async function nextThreadId(db: Database): Promise<string> {
  const { rows } = await db.execute<{ next: string }>(
    sql`select nextval(pg_get_serial_sequence('threads', 'id')) as next`,
  );
  return rows[0]!.next;
}

/** The sequence goes on behind the filled threads, and the planner and index-only scans know the tables. */
async function settle(db: Database, lastId: number): Promise<void> {
  await db.execute(sql`select setval(pg_get_serial_sequence('threads', 'id'), ${lastId})`);
  await db.execute(sql`insert into message_sources (message_id, raw)
    select id, convert_to('Message-ID: <' || message_id || E'>\r\nSubject: ' || subject || E'\r\n\r\n' || text, 'UTF8') from messages
    on conflict do nothing`);
  for (const table of ["leads", "threads", "messages", "message_sources"])
    await db.execute(sql.raw(`vacuum analyze ${table}`));
  await db.execute(sql`analyze`);
}
