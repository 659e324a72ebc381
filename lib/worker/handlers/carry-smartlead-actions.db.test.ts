import { and, asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  categories,
  smartleadActions,
  smartleadCampaigns,
  smartleadCategories,
  smartleadLeads,
  threadNotes,
} from "@/lib/db/schema";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import { addBlock } from "@/lib/services/blocks/add-block";
import { addNote } from "@/lib/services/notes/add-note";
import { addTask } from "@/lib/services/smartlead/add-task";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { setReminder } from "@/lib/services/smartlead/set-reminder";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import { SmartleadFault, type SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { contextOf } from "@/lib/testing/factories";
import { makeSmartleadWorld, type SmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { sweepSmartleadActions } from "../smartlead-action-sweep";
import { carrySmartleadActions } from "./carry-smartlead-actions";

const test_ = useTestDatabase();
let world: SmartleadWorld;
let done: { action: SmartleadAction; payload: Record<string, unknown> }[];
let turn: () => void | Promise<void>;
let answer: (action: SmartleadAction) => void;
const standIn = {
  async act({ action, payload, onTurn }) {
    await turn();
    await onTurn?.();
    answer(action);
    done.push({ action, payload });
  },
} as Partial<SmartleadApi> as SmartleadApi;

beforeEach(async () => {
  world = await makeSmartleadWorld(test_.db);
  done = [];
  turn = () => undefined;
  answer = () => undefined;
});

const own = () => contextOf(world.member, test_.db);
const deps = (aheadMs = 0) => ({
  db: test_.db,
  now: () => new Date(Date.now() + aheadMs),
  smartlead: () => standIn,
});
const carry = (aheadMs = 0) =>
  carrySmartleadActions(deps(aheadMs), { connectionId: world.connection.id, threadId: world.thread.id });
const rows = () =>
  test_.db
    .select()
    .from(smartleadActions)
    .where(eq(smartleadActions.connectionId, world.connection.id))
    .orderBy(asc(smartleadActions.createdAt));
const threadId = () => world.thread.id;
const makeCategory = async (remoteId: string | null) => {
  const { workspaceId, connection } = world;
  const [category] = await test_.db
    .insert(categories)
    .values({ workspaceId, name: `Hot ${remoteId}`, kind: "interested", sentiment: "positive", position: 1 })
    .returning();
  if (remoteId)
    await test_.db
      .insert(smartleadCategories)
      .values({ connectionId: connection.id, remoteId, name: "Hot", categoryId: category!.id });
  return category!.id;
};

test("what a person does with a thread is carried over in its order, in Smartlead's own words", async () => {
  const categoryId = await makeCategory("1");
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "category", categoryId } });
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "read", on: true } });
  await addNote(own(), { threadId: threadId(), text: "Call on Monday", uploadIds: [] });
  await addTask(own(), { threadId: threadId(), name: "Call", priority: "HIGH", dueAt: "2027-01-04T09:00:00+01:00" });
  await setReminder(own(), { threadId: threadId(), text: "Ask again", remindAt: "2999-01-01T00:00:00Z" });
  await pauseLead(own(), { threadId: threadId() });
  await resumeLead(own(), { threadId: threadId(), delayDays: 3 });

  await carry();

  expect(done).toEqual([
    { action: "category", payload: { email_lead_map_id: "9001", category_id: "1" } },
    { action: "read_state", payload: { email_lead_map_id: "9001", read_status: true } },
    { action: "note", payload: { email_lead_map_id: "9001", note_message: "Call on Monday" } },
    {
      action: "task",
      payload: { email_lead_map_id: "9001", name: "Call", priority: "HIGH", due_date: "2027-01-04T08:00:00.000Z" },
    },
    {
      action: "reminder",
      payload: {
        email_lead_map_id: "9001",
        email_stats_id: world.messages.at(-1)!.statsId,
        message: "Ask again",
        reminder_time: "2999-01-01T00:00:00.000Z",
      },
    },
    { action: "pause", payload: { campaign_id: "77", lead_id: "4001" } },
    { action: "resume", payload: { campaign_id: "77", lead_id: "4001", resume_lead_with_delay_days: 3 } },
  ]);
  expect((await rows()).every(({ state, settledAt }) => state === "confirmed" && settledAt)).toBe(true);
  expect(await test_.db.$count(threadNotes, eq(threadNotes.threadId, threadId()))).toBe(1);
});

test("only the last of several changes travels, and an undo travels as well", async () => {
  const categoryId = await makeCategory("1");
  const changed = await triageThreads(own(), { threadIds: [threadId()], change: { kind: "category", categoryId } });
  await undoTriage(own(), { kind: "category", items: changed.changed as never });

  await carry();

  expect(done).toEqual([{ action: "category", payload: { email_lead_map_id: "9001", category_id: null } }]);
});

test("a category that Smartlead does not have is refused at once; done, star and owner stay here", async () => {
  const categoryId = await makeCategory(null);
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "category", categoryId } });
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "done", on: true } });
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "important", on: true } });

  expect(await rows()).toMatchObject([{ kind: "category", state: "refused", reason: "no_such_category" }]);
});

test("a temporary fault holds up what comes behind it in the thread, and nothing is lost", async () => {
  answer = () => {
    throw new SmartleadFault("network");
  };
  await pauseLead(own(), { threadId: threadId() });
  await resumeLead(own(), { threadId: threadId() });
  await carry();
  expect(await rows()).toMatchObject([
    { kind: "pause", state: "pending", reason: "network", attempts: 1 },
    { kind: "resume", state: "pending", attempts: 0 },
  ]);

  answer = () => undefined;
  await carry();
  expect(done).toEqual([]);
  await sweepSmartleadActions(deps(60_000));

  expect(done.map(({ action }) => action)).toEqual(["pause", "resume"]);
});

test("what Smartlead refuses is shown with its reason, and the lead stands as it stood", async () => {
  answer = (action) => {
    if (action === "pause") throw new SmartleadFault("refused", "Lead is completed");
  };
  const status = async (leadMapId: string) => {
    const isIt = and(eq(smartleadLeads.threadId, threadId()), eq(smartleadLeads.leadMapId, leadMapId));
    return (await test_.db.select().from(smartleadLeads).where(isIt))[0]!.status;
  };
  const { id: _id, ...twin } = world.remoteLead;
  const since = new Date("2026-01-01");
  await test_.db.insert(smartleadLeads).values({ ...twin, leadMapId: "8000", status: "STOPPED", lastReplyAt: since });
  const at = { status: "COMPLETED", lastReplyAt: new Date("2026-02-01") };
  await test_.db.update(smartleadLeads).set(at).where(eq(smartleadLeads.id, world.remoteLead.id));
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
  answer = () => {
    throw new SmartleadFault("refused");
  };
  await test_.db.update(smartleadLeads).set({ status: "STARTED" }).where(eq(smartleadLeads.id, world.remoteLead.id));
  await pauseLead(own(), { threadId: threadId() });
  await resumeLead(own(), { threadId: threadId() });

  await carry();

  const [lead] = await test_.db.select().from(smartleadLeads).where(eq(smartleadLeads.id, world.remoteLead.id));
  expect(lead!.status).toBe("STARTED");
});

test("a note that may have arrived is not written a second time; a pause is", async () => {
  answer = () => {
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
    .where(eq(smartleadActions.connectionId, world.connection.id));

  await carry();

  expect(done).toEqual([]);
  expect(await rows()).toMatchObject([{ state: "refused", reason: "unknown" }]);
});

test("whoever dies while a note waits for its turn leaves it to be sent", async () => {
  let waiting: Awaited<ReturnType<typeof rows>> = [];
  turn = async () => {
    waiting = await rows();
    throw new SmartleadFault("limit");
  };
  await addNote(own(), { threadId: threadId(), text: "Once", uploadIds: [] });
  await carry();
  expect(waiting).toMatchObject([{ state: "pending", reason: null, attempts: 0 }]);
  expect(await rows()).toMatchObject([{ state: "pending", reason: "limit", attempts: 0 }]);

  turn = () => undefined;
  await carry();

  expect(done).toMatchObject([{ action: "note" }]);
});

test("what gives way to a later change while it waits for its turn is not sent", async () => {
  const changes = [true, false];
  turn = async () => {
    const on = changes.pop();
    if (on !== undefined) await triageThreads(own(), { threadIds: [threadId()], change: { kind: "read", on } });
  };
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "read", on: true } });
  await carry();

  expect(done).toEqual([{ action: "read_state", payload: { email_lead_map_id: "9001", read_status: true } }]);
});

test("a refused key costs no try", async () => {
  answer = () => {
    throw new SmartleadFault("auth", "Invalid API Key");
  };
  await pauseLead(own(), { threadId: threadId() });
  await carry();

  expect(await rows()).toMatchObject([{ state: "pending", reason: "auth", attempts: 0 }]);
});

test("a blocked domain and an unsubscribed lead are carried over as well; an address is ours alone", async () => {
  const admin = contextOf(world.admin, test_.db);
  await addBlock(admin, { value: "lead.test" });
  await addBlock(admin, { value: "ana@other.test" });
  await test_.db.transaction((tx) => carryUnsubscribe(tx, { workspaceId: world.workspaceId }, world.lead.id));

  await carrySmartleadActions(deps(), { connectionId: world.connection.id, threadId: null });
  await carry();

  expect(done).toEqual([
    { action: "block_domain", payload: { domains: ["lead.test"], source: "manual" } },
    { action: "unsubscribe", payload: { campaign_id: "77", lead_id: "4001" } },
  ]);
});

test("an unsubscribed lead is unsubscribed in every campaign, those of one thread and those without one", async () => {
  const { workspaceId, connection, lead } = world;
  for (const [remoteId, thread] of [
    ["78", threadId()],
    ["79", null],
  ] as const) {
    const [campaign] = await test_.db
      .insert(smartleadCampaigns)
      .values({ workspaceId, connectionId: connection.id, remoteId, name: remoteId })
      .returning();
    await test_.db.insert(smartleadLeads).values({
      workspaceId,
      connectionId: connection.id,
      campaignId: campaign!.id,
      leadMapId: `90${remoteId}`,
      remoteLeadId: "4001",
      leadId: lead.id,
      threadId: thread,
    });
  }

  await test_.db.transaction((tx) => carryUnsubscribe(tx, { workspaceId }, lead.id));
  await carrySmartleadActions(deps(), { connectionId: connection.id, threadId: null });
  await carry();

  expect(new Set(done.map(({ payload }) => payload.campaign_id))).toEqual(new Set(["77", "78", "79"]));
  expect(done).toHaveLength(3);
});

test("a thread that Smartlead does not send for takes a note for the team, and no pause", async () => {
  await test_.db.delete(smartleadLeads).where(eq(smartleadLeads.threadId, threadId()));

  await addNote(own(), { threadId: threadId(), text: "Ours", uploadIds: [] });
  await expect(pauseLead(own(), { threadId: threadId() })).rejects.toMatchObject({ reason: "not_at_smartlead" });

  expect(await rows()).toEqual([]);
});
