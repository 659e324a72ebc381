import { beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/api/events/route";
import { ROLES, type Role } from "@/lib/domain/roles";
import { type Change, notifyChange } from "@/lib/realtime/notify";
import type { Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { ROUTE_ROWS } from "@/lib/testing/reach/route-rows";
import { hiddenFrom, tracesOf } from "@/lib/testing/reach/traces-of";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role's event stream, and changes of what is their own, their team's, foreign, and another workspace's.
const test_ = testDatabase();
vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());

const things = {} as Record<Relation, Thing>;
let world: ReachWorld;
beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const relation of RELATIONS) things[relation] = await world.thingOf(relation, "sdr");
});

/** All kinds of changes of a thing, and something for each member. */
function changesOf(relation: Relation): Change[] {
  const { workspaceId } = world.places[relation];
  const { threadId, mailboxId } = things[relation];
  const personal = ROLES.map((role): Change => ({
    workspaceId,
    kind: "personal",
    memberId: world.members[role].id,
    threadId,
  }));
  return [
    { workspaceId, kind: "thread", threadId, mailboxId, arrived: true },
    { workspaceId, kind: "threads", threadIds: [threadId] },
    { workspaceId, kind: "mailbox", mailboxId },
    { workspaceId, kind: "presence", threadId },
    { workspaceId, kind: "review", threadId },
    ...personal,
  ];
}

test("there is one route of this kind", () => {
  expect(Object.keys(ROUTE_ROWS).filter((route) => ROUTE_ROWS[route] === "stream")).toEqual(["app/api/events"]);
});

for (const role of ROLES)
  test(`the event stream tells a ${role} of what is in their sight, and of nothing else`, async () => {
    const { told, stop } = await follow(role);
    // What somebody may hear of comes last, so that all that came before was told or was not.
    for (const relation of RELATIONS.toReversed())
      await test_.db.transaction(async (tx) => {
        for (const change of changesOf(relation)) await notifyChange(tx, change);
      });
    const own = things.own.threadId;
    const said = await told(`"kind":"personal","threadId":${own}`);
    stop();

    const traces = hiddenFrom(role).flatMap((hidden) => tracesOf(hidden, things[hidden]));
    // A change's last word is its thread.
    const ids = hiddenFrom(role).map((hidden) => `:${things[hidden].threadId}}`);
    expect([...traces, ...ids].filter((trace) => said.includes(trace))).toEqual([]);
    const seen = RELATIONS.filter((relation) => !hiddenFrom(role).includes(relation));
    const heardOf = seen.filter((relation) => said.includes(`"kind":"thread","threadId":${things[relation].threadId}`));
    expect(heardOf).toEqual(seen);
    const isOfTeam = role !== "client";
    expect([said.includes('"presence"'), said.includes('"review"')]).toEqual([isOfTeam, isOfTeam]);
    // Each kind once a thing in sight: what is for others is not told.
    expect(said.split(`"kind":"personal","threadId":${own}`).length - 1).toBe(1);
  });

async function follow(role: Role) {
  world.signInAs(role);
  const closing = new AbortController();
  const headers = { host: "localhost:3000" };
  const asked = new Request("http://localhost:3000/", { headers, signal: closing.signal });
  const response = await GET(asked, { params: Promise.resolve({}) });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const told = async (until: string) => {
    while (!said.includes(until)) {
      const { done, value } = await reader.read();
      if (done) throw new Error(`ended after: ${said}`);
      said += value;
    }
    return said;
  };
  await told("event: everything");
  // The listening connection says so when it stands.
  await expect
    .poll(async () => {
      const listening = "select 1 from pg_stat_activity where query = 'listen threadwell_changes'";
      return (await test_.pool.query(listening)).rowCount;
    })
    .toBe(1);
  return { told, stop: () => closing.abort() };
}
