import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { members, messages, threads } from "@/lib/db/schema";
import { createTeam } from "@/lib/services/team/create-team";
import { listThreads } from "@/lib/services/threads/list-threads";
import { countThreads } from "@/lib/services/threads/count-threads";
import { contextOf, makeMailbox, type MemberRow } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { fillLongThreads, fillTeam } from "./fill-team";
import type { Team } from "./thread-rows";

const COUNT = 1_500;
const test_ = testDatabase();
let admin: MemberRow;
let team: Team;
beforeAll(async () => {
  const founder = { workspaceName: "Bench", name: "Nia", email: "nia@bench.test", passwordHash: "none" };
  const { workspaceId, memberId } = await createTeam(test_.db, founder);
  const mailbox = await makeMailbox(test_.db, { workspaceId });
  ({ team } = await fillTeam({ db: test_.db, workspaceId, memberId, mailboxes: [mailbox], now: new Date() }, COUNT));
  [admin] = (await test_.db.select().from(members).where(eq(members.id, memberId))) as [MemberRow];
});
const ctx = () => contextOf(admin, test_.db);

test("there are as many messages as were asked for, 3.7 a thread", async () => {
  expect(await test_.db.$count(messages)).toBe(COUNT);
  const perThread = COUNT / (await test_.db.$count(threads));
  expect(perThread).toBeGreaterThan(3.2);
  expect(perThread).toBeLessThan(4.2);
});

test("each thread's row says what its messages say", async () => {
  const { rows } = await test_.db.execute<{ wrong: number }>(sql`
    select count(*)::int as wrong from threads, lateral (
      select count(*) as total, count(*) filter (where direction = 'in' and read_at is null) as unread,
        max(sent_at) as last_at, (array_agg(id order by sent_at desc))[1] as last_id,
        (array_agg(direction order by sent_at desc) filter (where not is_automatic))[1] as last_personal,
        max(sent_at) filter (where direction = 'out' and step is null) as by_hand
      from messages where thread_id = threads.id
    ) told
    where (message_count, unread_count, last_message_at, last_message_id, is_awaiting_answer)
      is distinct from (told.total, told.unread, told.last_at, told.last_id, coalesce(told.last_personal = 'in', false))
      or is_awaiting_answer <> (awaiting_since is not null) or last_sent_at is distinct from told.by_hand`);
  expect(rows[0]!.wrong).toBe(0);
});

test("the kept counts and the lists agree, and no list is empty", async () => {
  const { views } = await countThreads(ctx());
  for (const view of ["inbox", "unread", "mine", "unassigned", "important", "untracked"] as const) {
    const listed = await lengthOf(view);
    expect([view, listed]).toEqual([view, views[view]]);
    expect(listed).toBeGreaterThan(0);
  }
});

test("long threads are as long as was asked for, in a campaign of their own", async () => {
  const campaign = await fillLongThreads(test_.db, team, 2, 200);

  const { rows } = await listThreads(ctx(), { view: "all", limit: 10, campaign });
  expect(rows.map(({ messageCount }) => messageCount)).toEqual([200, 200]);
});

async function lengthOf(view: "inbox" | "unread" | "mine" | "unassigned" | "important" | "untracked"): Promise<number> {
  let length = 0;
  let cursor: string | undefined;
  do {
    const page = await listThreads(ctx(), { view, limit: 100, ...(cursor ? { cursor } : {}) });
    length += page.rows.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return length;
}
