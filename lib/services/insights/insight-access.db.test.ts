import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { campaigns, events } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/roles";
import type { Context } from "@/lib/services/context";
import type { Cast } from "@/lib/testing/insights/make-cast";
import { ASKED_AT, makeInsightWorld } from "@/lib/testing/insights/make-insight-world";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { exportInsights } from "./export-insights";
import { listInsightTeams } from "./list-insight-teams";
import { listInsightThreads } from "./list-insight-threads";
import { readCategories } from "./read-categories";
import { readInsight } from "./read-insight";
import { readReplies } from "./read-replies";
import { InsightFilters, ListInsightThreadsInput } from "./schemas";

const world = testDatabase();
const SPAN = { from: "2026-09-01", to: "2026-11-26" };
let cast: Cast;
beforeAll(async () => {
  cast = await makeInsightWorld(world.db, "access", 60);
}, 180_000);

function as(nth: number): Context {
  const { id: memberId, role, name, email, workspaceId } = cast.members[nth]!;
  const actor = { memberId, workspaceId, role: role as Role, name, email, scope: null };
  return { actor, db: world.db, now: () => ASKED_AT };
}
const [MANAGER, SDR, OTHER] = [1, 2, 3];
const idOf = (nth: number) => cast.members[nth]!.id;

test("an SDR sees own and team figures, and nobody's else", async () => {
  const [own, foreign] = cast.teams;
  await readReplies(as(SDR), { ...SPAN, personId: idOf(SDR) });
  await readReplies(as(SDR), { ...SPAN, teamId: own!.id });
  expect(await listInsightTeams(as(OTHER))).toEqual([{ id: foreign!.id, name: "World" }]);
  expect((await listInsightTeams(as(MANAGER))).map(({ name }) => name)).toEqual(["Europe", "World"]);

  const refused = { code: "forbidden" };
  await expect(readReplies(as(OTHER), { ...SPAN, teamId: own!.id })).rejects.toMatchObject(refused);
  await expect(readReplies(as(SDR), { ...SPAN, personId: idOf(OTHER) })).rejects.toMatchObject(refused);
  await expect(readInsight(as(SDR), { ...SPAN, block: "people" })).rejects.toMatchObject(refused);
  const behind = { ...SPAN, block: "waiting" as const };
  await listInsightThreads(as(SDR), { ...behind, key: `person:${idOf(SDR)}` });
  for (const key of [`person:${idOf(OTHER)}`, "person:none", `person:${idOf(OTHER)}:positive`])
    await expect(listInsightThreads(as(SDR), { ...behind, key })).rejects.toMatchObject(refused);
});

test("the threads behind a figure come page by page, each once", async () => {
  const ctx = as(MANAGER);
  const { now } = await readReplies(ctx, SPAN);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listInsightThreads(ctx, {
      ...SPAN,
      block: "replies",
      key: "all",
      limit: 7,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.rows.map(({ threadId }) => threadId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(now.replies);
  expect(new Set(seen).size).toBe(now.replies);
  expect(now.replies).toBeGreaterThan(7);
});

test("what is counted several times in a thread is told apart from the threads", async () => {
  const answers = { ...SPAN, block: "answers" as const, key: "all" };
  const { total, threads, rows } = await listInsightThreads(as(MANAGER), { ...answers, limit: 200 });
  expect(rows).toHaveLength(total);
  expect(threads).toBe(new Set(rows.map(({ threadId }) => threadId)).size);
  expect(threads).toBeLessThan(total);
});

test("a thread behind a week's categories has the time of what its lead wrote last in that week, the newest first", async () => {
  const { weeks } = await readCategories(as(MANAGER), SPAN);
  const nth = weeks.findIndex(({ total }) => total > 1);
  const [from, until] = [weeks[nth]!.day, weeks[nth + 1]!.day];
  const { timeZone: zone } = cast.members[MANAGER]!;
  const { rows } = await listInsightThreads(as(MANAGER), { ...SPAN, block: "categories", key: from, limit: 200 });
  const { rows: said } = await world.db.execute(sql`
    select thread_id::float8 as "threadId", max(sent_at) as at from messages
    where direction = 'in' and not is_automatic and thread_id = any(${sql.param(rows.map((row) => row.threadId))}::bigint[])
      and sent_at >= ${from}::timestamp at time zone ${zone} and sent_at < ${until}::timestamp at time zone ${zone}
    group by thread_id order by at desc, thread_id desc`);
  expect(rows.map(({ threadId, at }) => ({ threadId, at }))).toEqual(
    said.map(({ threadId, at }) => ({ threadId, at: new Date(at as string).toISOString() })),
  );
});

test("a file of figures has people only for who may see them, and is recorded", async () => {
  expect(await exportInsights(as(MANAGER), SPAN)).toMatch(
    /^\uFEFFblock,group,name,figure,value,before\r\n[^]*\r\npeople,person,/u,
  );
  expect(await exportInsights(as(SDR), SPAN)).not.toContain("people,");

  const isExport = and(eq(events.workspaceId, cast.workspaceId), eq(events.kind, "insights.exported"));
  const recorded = await world.db.select({ memberId: events.memberId, data: events.data }).from(events).where(isExport);
  expect(recorded).toHaveLength(2);
  expect(recorded).toContainEqual({ memberId: idOf(SDR), data: SPAN });
});

test("campaigns of one name are told apart by their mailbox's address, or by their number", async () => {
  const { campaigns: all, mailboxes } = cast;
  for (const nth of [0, 1])
    await world.db
      .update(campaigns)
      .set({ name: "Direct", directMailboxId: mailboxes[nth]!.id })
      .where(eq(campaigns.id, all[nth]!.id));
  const [third, fourth] = [all[2]!, all[3]!];
  await world.db
    .update(campaigns)
    .set({ name: "Outreach" })
    .where(inArray(campaigns.id, [third.id, fourth.id]));

  const found = await readReplies(as(MANAGER), SPAN);
  const told = found.campaigns.map(({ name, direct, number }) => ({ name, direct, number }));
  for (const nth of [0, 1]) expect(told).toContainEqual({ name: "Direct", direct: mailboxes[nth]!.address });

  const file = await exportInsights(as(MANAGER), SPAN);
  for (const nth of [0, 1]) expect(file).toContain(`campaign,"Direct, ${mailboxes[nth]!.address}",replies`);
  for (const { number } of [third, fourth]) expect(file).toContain(`campaign,"Outreach, ${number}",replies`);
});

test("days have to be days in order, and not too many", () => {
  const isTaken = (span: object) => InsightFilters.safeParse({ ...SPAN, ...span }).success;
  expect(isTaken({})).toBe(true);
  for (const wrong of [
    { to: "2026-08-31" },
    { from: "2020-01-01" },
    { from: "2026-02-30" },
    { from: "yesterday" },
    { x: 1 },
  ])
    expect(isTaken(wrong)).toBe(false);
  const asked = { ...SPAN, block: "people", key: "all" };
  expect(ListInsightThreadsInput.safeParse(asked).success).toBe(false);
});
