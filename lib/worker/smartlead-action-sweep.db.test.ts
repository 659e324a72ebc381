import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { smartleadActions, smartleadConnections, threads } from "@/lib/db/schema";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { sweepSmartleadActions } from "./smartlead-action-sweep";

const test_ = useTestDatabase();
let done: { action: SmartleadAction; payload: Record<string, unknown> }[];
const standIn = {
  async act({ action, payload }) {
    done.push({ action, payload });
  },
} as Partial<SmartleadApi> as SmartleadApi;
const sweep = () => sweepSmartleadActions({ db: test_.db, now: () => new Date(), smartlead: () => standIn });

beforeEach(async () => {
  done = [];
  await test_.db.delete(smartleadActions);
});

/** Pauses that wait since `ageMs`, each in a thread of its own. */
async function wait(world: SmartleadWorld, count: number, values: { ageMs: number; attempts?: number }) {
  const { id: _own, ...thread } = world.thread;
  const rows = await test_.db
    .insert(threads)
    .values(Array.from({ length: count }, () => thread))
    .returning({ id: threads.id });
  await test_.db.insert(smartleadActions).values(
    rows.map(({ id: threadId }, place) => ({
      workspaceId: world.workspaceId,
      connectionId: world.connection.id,
      threadId,
      kind: "pause" as const,
      payload: { campaign_id: world.connection.id, lead_id: String(place) },
      attempts: values.attempts ?? 0,
      createdAt: new Date(Date.now() - values.ageMs + place),
    })),
  );
}

test("what waits for a refused key or for its next try holds up nobody else", async () => {
  const refused = await makeSmartleadWorld(test_.db, { state: "failing", stateReason: "auth" });
  const patient = await makeSmartleadWorld(test_.db);
  const due = await makeSmartleadWorld(test_.db);
  await wait(refused, 60, { ageMs: 3_600_000 });
  await wait(patient, 60, { ageMs: 1_800_000, attempts: 4 });
  await wait(due, 1, { ageMs: 60_000 });

  await sweep();

  expect(done).toEqual([{ action: "pause", payload: { campaign_id: due.connection.id, lead_id: "0" } }]);
});

test("an account with much to carry over takes its oldest and leaves room for the next account", async () => {
  const busy = await makeSmartleadWorld(test_.db);
  const quiet = await makeSmartleadWorld(test_.db);
  await wait(busy, 60, { ageMs: 3_600_000 });
  await wait(quiet, 1, { ageMs: 60_000 });

  await sweep();

  const of = ({ connection }: SmartleadWorld) =>
    done.filter(({ payload }) => payload.campaign_id === connection.id).map(({ payload }) => String(payload.lead_id));
  expect(of(busy).toSorted((a, b) => a.localeCompare(b))).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  expect(of(quiet)).toEqual(["0"]);
});

test("an account that is right again goes on with what waited", async () => {
  const world = await makeSmartleadWorld(test_.db, { state: "failing", stateReason: "auth" });
  await wait(world, 2, { ageMs: 60_000 });
  await sweep();
  expect(done).toEqual([]);

  await test_.db
    .update(smartleadConnections)
    .set({ state: "connected", stateReason: null })
    .where(eq(smartleadConnections.id, world.connection.id));
  await sweep();

  expect(done).toHaveLength(2);
});
