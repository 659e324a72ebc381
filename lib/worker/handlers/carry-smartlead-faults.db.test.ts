import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadActions, smartleadLeads } from "@/lib/db/schema";
import { addNote } from "@/lib/services/notes/add-note";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import { useSmartleadActions } from "@/lib/testing/smartlead-actions";
import { useTestDatabase } from "@/lib/testing/test-db";
import { sweepSmartleadActions } from "../smartlead-action-sweep";

const test_ = useTestDatabase();
const { stage, deps, threadId, own, carry, rows } = useSmartleadActions(test_);

test("a temporary fault holds up what comes behind it in the thread, and nothing is lost", async () => {
  stage.answer = () => {
    throw new SmartleadFault("network");
  };
  await pauseLead(own(), { threadId: threadId() });
  await resumeLead(own(), { threadId: threadId() });
  await carry();
  expect(await rows()).toMatchObject([
    { kind: "pause", state: "pending", reason: "network", attempts: 1 },
    { kind: "resume", state: "pending", attempts: 0 },
  ]);

  stage.answer = () => undefined;
  await carry();
  expect(stage.done).toEqual([]);
  await sweepSmartleadActions(deps(60_000));

  expect(stage.done.map(({ action }) => action)).toEqual(["pause", "resume"]);
});

test("what Smartlead refuses is shown with its reason, and the lead stands as it stood", async () => {
  stage.answer = (action) => {
    if (action === "pause") throw new SmartleadFault("refused", "Lead is completed");
  };
  const status = async (leadMapId: string) => {
    const isIt = and(eq(smartleadLeads.threadId, threadId()), eq(smartleadLeads.leadMapId, leadMapId));
    return (await test_.db.select().from(smartleadLeads).where(isIt))[0]!.status;
  };
  const { id: _id, ...twin } = stage.world.remoteLead;
  const since = new Date("2026-01-01");
  await test_.db.insert(smartleadLeads).values({ ...twin, leadMapId: "8000", status: "STOPPED", lastReplyAt: since });
  const at = { status: "COMPLETED", lastReplyAt: new Date("2026-02-01") };
  await test_.db.update(smartleadLeads).set(at).where(eq(smartleadLeads.id, stage.world.remoteLead.id));
  await pauseLead(own(), { threadId: threadId() });
  await addNote(own(), { threadId: threadId(), text: "Nevertheless", uploadIds: [] });
  expect(await status("9001")).toBe("PAUSED");

  await carry();

  expect(await rows()).toMatchObject([
    { kind: "pause", state: "refused", reason: "refused", detail: "Lead is completed" },
    { kind: "note", state: "confirmed" },
  ]);
  expect(await status("9001")).toBe("COMPLETED");
  expect(await status("8000")).toBe("STOPPED");
});

test("of two orders that are both refused the lead stands as before the first", async () => {
  stage.answer = () => {
    throw new SmartleadFault("refused");
  };
  await test_.db
    .update(smartleadLeads)
    .set({ status: "STARTED" })
    .where(eq(smartleadLeads.id, stage.world.remoteLead.id));
  await pauseLead(own(), { threadId: threadId() });
  await resumeLead(own(), { threadId: threadId() });

  await carry();

  const [lead] = await test_.db.select().from(smartleadLeads).where(eq(smartleadLeads.id, stage.world.remoteLead.id));
  expect(lead!.status).toBe("STARTED");
});

test("a note that may have arrived is not written a second time; a pause is", async () => {
  stage.answer = () => {
    throw new SmartleadFault("timeout");
  };
  await addNote(own(), { threadId: threadId(), text: "Once", uploadIds: [] });
  await pauseLead(own(), { threadId: threadId() });
  await carry();

  expect(await rows()).toMatchObject([
    { kind: "note", state: "refused", reason: "unknown" },
    { kind: "pause", state: "pending", reason: "timeout" },
  ]);
});

test("whoever dies while a note is under way leaves it in doubt instead of doubled", async () => {
  await addNote(own(), { threadId: threadId(), text: "Once", uploadIds: [] });
  await test_.db
    .update(smartleadActions)
    .set({ reason: "under_way", attempts: 1, createdAt: new Date(Date.now() - 60_000) })
    .where(eq(smartleadActions.connectionId, stage.world.connection.id));

  await carry();

  expect(stage.done).toEqual([]);
  expect(await rows()).toMatchObject([{ state: "refused", reason: "unknown" }]);
});

test("whoever dies while a note waits for its turn leaves it to be sent", async () => {
  let waiting: Awaited<ReturnType<typeof rows>> = [];
  stage.turn = async () => {
    waiting = await rows();
    throw new SmartleadFault("limit");
  };
  await addNote(own(), { threadId: threadId(), text: "Once", uploadIds: [] });
  await carry();
  expect(waiting).toMatchObject([{ state: "pending", reason: null, attempts: 0 }]);
  expect(await rows()).toMatchObject([{ state: "pending", reason: "limit", attempts: 0 }]);

  stage.turn = () => undefined;
  await carry();

  expect(stage.done).toMatchObject([{ action: "note" }]);
});

test("a refused key costs no try", async () => {
  stage.answer = () => {
    throw new SmartleadFault("auth", "Invalid API Key");
  };
  await pauseLead(own(), { threadId: threadId() });
  await carry();

  expect(await rows()).toMatchObject([{ state: "pending", reason: "auth", attempts: 0 }]);
});
