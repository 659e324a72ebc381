import { beforeAll, expect, test } from "vitest";
import { INSIGHT_BLOCKS, type Insights, type ListedBlock } from "@/lib/domain/insights/insight-blocks";
import type { Role } from "@/lib/domain/roles";
import type { Context } from "@/lib/services/context";
import { type InsightRows, type OwnThread, readInsightRows } from "@/lib/testing/insights/insight-rows";
import type { Cast } from "@/lib/testing/insights/make-cast";
import { ASKED_AT, makeInsightWorld } from "@/lib/testing/insights/make-insight-world";
import { InsightOracle } from "@/lib/testing/insights/oracle";
import { machineSlowness } from "@/lib/testing/machine-slowness";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listInsightThreads } from "./list-insight-threads";
import { readInsight } from "./read-insight";
import type { InsightFilters } from "./schemas";

const COUNT = Number(process.env.INSIGHT_THREADS ?? 1_500);
const SEED = process.env.INSIGHT_SEED ?? "insights";
/** What a block of 50,000 threads may take on an ordinary machine. */
const MOST_MS = 2_000;

const world = testDatabase();
let cast: Cast;
let rows: InsightRows;

beforeAll(async () => {
  cast = await makeInsightWorld(world.db, SEED, COUNT);
  rows = await readInsightRows(world.db, cast);
}, 1_800_000);

type Question = {
  as: number;
  filters: InsightFilters;
  scope?: { mailboxIds: string[]; campaignIds: string[] };
  sees?: (thread: OwnThread) => boolean;
};

const LATELY = { from: "2026-10-30", to: "2026-11-26" };
/** The clocks of Europe and America change in it. */
const CHANGE = { from: "2026-10-20", to: "2026-11-05" };
const id = (list: { id: string }[], nth: number) => list[nth]!.id;

const QUESTIONS: Record<string, () => Question> = {
  "everything, in UTC": () => ({ as: 0, filters: LATELY }),
  "a manager's, while the clocks change": () => ({ as: 1, filters: CHANGE }),
  "one day in Auckland": () => ({ as: 4, filters: { from: "2026-11-20", to: "2026-11-20" } }),
  "a campaign and a mailbox": () => ({
    as: 1,
    filters: { ...LATELY, campaign: 500_002, mailboxId: id(cast.mailboxes, 1) },
    sees: (t) => t.campaignId === id(cast.campaigns, 1) && t.mailboxId === id(cast.mailboxes, 1),
  }),
  "a team": () => ({
    as: 1,
    filters: { ...CHANGE, teamId: cast.teams[1]!.id },
    sees: (t) => cast.teams[1]!.memberIds.includes(t.assigneeId ?? ""),
  }),
  "nobody's without a category": () => ({
    as: 0,
    filters: { ...LATELY, personId: "none", categoryId: "none" },
    sees: (t) => t.assigneeId === null && t.categoryId === null,
  }),
  "a person's in one category": () => ({
    as: 0,
    filters: { ...LATELY, personId: id(cast.members, 3), categoryId: id(cast.categories, 0) },
    sees: (t) => t.assigneeId === id(cast.members, 3) && t.categoryId === id(cast.categories, 0),
  }),
  "who sees a mailbox and what is theirs, in Kolkata": () => ({
    as: 3,
    filters: LATELY,
    scope: { mailboxIds: [id(cast.mailboxes, 0)], campaignIds: [] },
    sees: (t) => t.mailboxId === id(cast.mailboxes, 0) || t.assigneeId === id(cast.members, 3),
  }),
  "a client's campaigns": () => ({
    as: 5,
    filters: LATELY,
    scope: { mailboxIds: [], campaignIds: [id(cast.campaigns, 2), id(cast.campaigns, 3)] },
    sees: (t) => t.campaignId === id(cast.campaigns, 2) || t.campaignId === id(cast.campaigns, 3),
  }),
};

function asked({ as, filters, scope, sees }: Question): { ctx: Context; oracle: InsightOracle } {
  const { id: memberId, role, name, email, timeZone, workspaceId } = cast.members[as]!;
  const actor = { memberId, workspaceId, role: role as Role, name, email, scope: scope ?? null };
  const by = { ...filters, zone: timeZone!, readerId: memberId, sees: sees ?? (() => true) };
  return {
    ctx: { actor, db: world.db, now: () => ASKED_AT },
    oracle: new InsightOracle(cast, rows, by, ASKED_AT.getTime()),
  };
}

const isLeader = (as: number) => as <= 1;

for (const [name, question] of Object.entries(QUESTIONS))
  test(`figures equal a slow, obvious computation: ${name}`, { timeout: 1_800_000 }, async () => {
    const { as, filters, ...rest } = question();
    const { ctx, oracle } = asked({ as, filters, ...rest });
    const found = {} as Insights;
    const slow: string[] = [];
    const most = MOST_MS * machineSlowness();
    for (const block of INSIGHT_BLOCKS) {
      if (block === "people" && !isLeader(as)) continue;
      const began = performance.now();
      Object.assign(found, { [block]: await readInsight(ctx, { ...filters, block }) });
      const took = performance.now() - began;
      if (took > most) slow.push(`${block} ${Math.round(took)} ms`);
    }
    const isClient = ctx.actor.role === "client";
    expect(found.answers).toEqual(oracle.answers());
    expect({ ...found.waiting, list: found.waiting.list.map(({ threadId }) => threadId) }).toEqual(oracle.waiting());
    expect(found.replies).toEqual(oracle.replyFigures());
    expect(found.hours).toEqual(oracle.hours());
    expect(found.categories).toEqual(oracle.categories());
    // What is planned and looked at inside is not for clients.
    const { now, before } = oracle.followUps();
    const unplanned = { kept: 0, missed: 0 };
    expect(found.followUps).toEqual(isClient ? { now: unplanned, before: unplanned } : { now, before });
    expect(found.bounces).toEqual(oracle.bounces());
    if (isClient) expect(found.approvals.now.count).toBe(0);
    else expect(found.approvals).toEqual(oracle.approvals());
    expect(found.templates).toEqual(isClient ? { templates: [] } : oracle.templates());
    if (found.people) expect(found.people).toEqual(oracle.people());
    await expectThreadsBehind(ctx, filters, found);
    if (COUNT > 10_000) expect(slow).toEqual([]);
  });

/** Every figure opens as many threads as it says. */
async function expectThreadsBehind(ctx: Context, filters: InsightFilters, found: Insights): Promise<void> {
  const busiest = found.hours.cells.toSorted((a, b) => b.count - a.count)[0];
  const week = found.categories.weeks[0];
  const figures: [ListedBlock, string, number][] = [
    ["answers", "all", found.answers.now.count],
    ["answers", `day:${filters.to}`, found.answers.days.at(-1)!.figure.count],
    ["waiting", "all", found.waiting.count],
    ["waiting", "owed", found.waiting.owed],
    ["replies", "all", found.replies.now.replies],
    ["replies", "positive", found.replies.now.positive],
    ...found.replies.campaigns.map(
      ({ key, positive }) => ["replies", `${key}:positive`, positive] as [ListedBlock, string, number],
    ),
    ...(busiest
      ? [["hours", `${busiest.weekday}-${busiest.hour}`, busiest.count] as [ListedBlock, string, number]]
      : []),
    ...(week?.counts ?? []).map(
      ({ categoryId, count }) =>
        ["categories", `${week!.day}:${categoryId ?? "none"}`, count] as [ListedBlock, string, number],
    ),
    ["followUps", "kept", found.followUps.now.kept],
    ["followUps", "missed", found.followUps.now.missed],
    ["bounces", "all", found.bounces.now.bounces],
    ["approvals", "all", found.approvals.now.count],
    ...found.templates.templates.map(
      ({ key, replied }) => ["templates", `${key}:replied`, replied] as [ListedBlock, string, number],
    ),
    ...(found.people?.people ?? []).map(
      ({ person, unanswered }) =>
        ["waiting", `person:${person?.id ?? "none"}`, unanswered] as [ListedBlock, string, number],
    ),
  ];
  for (const [block, key, count] of figures) {
    const { total, threads, rows: shown } = await listInsightThreads(ctx, { ...filters, block, key, limit: 200 });
    expect({ block, key, total }).toEqual({ block, key, total: count });
    expect(shown).toHaveLength(Math.min(200, count));
    if (count <= 200) expect(threads).toBe(new Set(shown.map(({ threadId }) => threadId)).size);
  }
}
