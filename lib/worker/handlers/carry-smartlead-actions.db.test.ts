import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { categories, smartleadCampaigns, smartleadCategories, smartleadLeads, threadNotes } from "@/lib/db/schema";
import { addBlock } from "@/lib/services/blocks/add-block";
import { addNote } from "@/lib/services/notes/add-note";
import { addTask } from "@/lib/services/smartlead/add-task";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { setReminder } from "@/lib/services/smartlead/set-reminder";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { undoTriage } from "@/lib/services/threads/undo-triage";
import { contextOf } from "@/lib/testing/factories";
import { useSmartleadActions } from "@/lib/testing/smartlead-actions";
import { useTestDatabase } from "@/lib/testing/test-db";

const test_ = useTestDatabase();
const { stage, threadId, own, carry, carryOthers, rows } = useSmartleadActions(test_);

async function makeCategory(remoteId: string | null) {
  const { workspaceId, connection } = stage.world;
  const [category] = await test_.db
    .insert(categories)
    .values({ workspaceId, name: `Hot ${remoteId}`, kind: "interested", sentiment: "positive", position: 1 })
    .returning();
  if (remoteId)
    await test_.db
      .insert(smartleadCategories)
      .values({ connectionId: connection.id, remoteId, name: "Hot", categoryId: category!.id });
  return category!.id;
}

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

  expect(stage.done).toEqual([
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
        email_stats_id: stage.world.messages.at(-1)!.statsId,
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

  expect(stage.done).toEqual([{ action: "category", payload: { email_lead_map_id: "9001", category_id: null } }]);
});

test("a category that Smartlead does not have is refused at once; done, star and owner stay here", async () => {
  const categoryId = await makeCategory(null);
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "category", categoryId } });
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "done", on: true } });
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "important", on: true } });

  expect(await rows()).toMatchObject([{ kind: "category", state: "refused", reason: "no_such_category" }]);
});

test("what gives way to a later change while it waits for its turn is not sent", async () => {
  const changes = [true, false];
  stage.turn = async () => {
    const on = changes.pop();
    if (on !== undefined) await triageThreads(own(), { threadIds: [threadId()], change: { kind: "read", on } });
  };
  await triageThreads(own(), { threadIds: [threadId()], change: { kind: "read", on: true } });
  await carry();

  expect(stage.done).toEqual([{ action: "read_state", payload: { email_lead_map_id: "9001", read_status: true } }]);
});

test("a blocked domain and an unsubscribed lead are carried over as well; an address is ours alone", async () => {
  const admin = contextOf(stage.world.admin, test_.db);
  await addBlock(admin, { value: "lead.test" });
  await addBlock(admin, { value: "ana@other.test" });
  await test_.db.transaction((tx) =>
    carryUnsubscribe(tx, { workspaceId: stage.world.workspaceId }, stage.world.lead.id),
  );

  await carryOthers();
  await carry();

  expect(stage.done).toEqual([
    { action: "block_domain", payload: { domains: ["lead.test"], source: "manual" } },
    { action: "unsubscribe", payload: { campaign_id: "77", lead_id: "4001" } },
  ]);
});

test("an unsubscribed lead is unsubscribed in every campaign, those of one thread and those without one", async () => {
  const { workspaceId, connection, lead } = stage.world;
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
  await carryOthers();
  await carry();

  expect(new Set(stage.done.map(({ payload }) => payload.campaign_id))).toEqual(new Set(["77", "78", "79"]));
  expect(stage.done).toHaveLength(3);
});

test("a thread that Smartlead does not send for takes a note for the team, and no pause", async () => {
  await test_.db.delete(smartleadLeads).where(eq(smartleadLeads.threadId, threadId()));

  await addNote(own(), { threadId: threadId(), text: "Ours", uploadIds: [] });
  await expect(pauseLead(own(), { threadId: threadId() })).rejects.toMatchObject({ reason: "not_at_smartlead" });

  expect(await rows()).toEqual([]);
});
