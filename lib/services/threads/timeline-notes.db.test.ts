import { beforeEach, expect, test } from "vitest";
import { smartleadActions } from "@/lib/db/schema";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import { contextOf } from "@/lib/testing/factories";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { addNote } from "../notes/add-note";
import { listTimeline } from "./list-timeline";

const test_ = useTestDatabase();
let world: SmartleadWorld;
beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
});

const act = (kind: SmartleadAction, values: Partial<typeof smartleadActions.$inferInsert> = {}) =>
  test_.db.insert(smartleadActions).values({
    workspaceId: world.workspaceId,
    connectionId: world.connection.id,
    threadId: world.thread.id,
    memberId: world.member.id,
    kind,
    payload: {},
    ...values,
  });
const carried = async () => {
  const { entries } = await listTimeline(contextOf(world.member, test_.db), { threadId: world.thread.id });
  return entries.flatMap((entry) => (entry.kind === "carried" ? [`${entry.what} ${entry.state}`] : [])).toSorted();
};

test("what waits or was refused is shown with its reason; what the timeline shows anyway goes once Smartlead has it", async () => {
  await act("category", { state: "confirmed" });
  await act("read_state");
  await act("read_state", { state: "refused", reason: "not_found" });
  await act("category");
  await act("pause", { state: "confirmed" });
  await act("task", { state: "refused", reason: "refused", detail: "No" });

  expect(await carried()).toEqual(["category pending", "pause confirmed", "read_state refused", "task refused"]);
});

test("a note stands in the timeline with who wrote it", async () => {
  await addNote(contextOf(world.member, test_.db), {
    threadId: world.thread.id,
    text: "Call on Monday",
    uploadIds: [],
  });

  const { entries } = await listTimeline(contextOf(world.manager, test_.db), { threadId: world.thread.id });

  expect(entries[0]).toMatchObject({ kind: "noted", text: "Call on Monday", by: { id: world.member.id } });
  expect(await carried()).toEqual(["note pending"]);
});
