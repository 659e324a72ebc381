import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { smartleadActions } from "@/lib/db/schema";
import { addNote } from "@/lib/services/notes/add-note";
import { addTask } from "@/lib/services/smartlead/add-task";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import { pauseLead } from "@/lib/services/smartlead/pause-lead";
import { resumeLead } from "@/lib/services/smartlead/resume-lead";
import { setReminder } from "@/lib/services/smartlead/set-reminder";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf } from "@/lib/testing/factories";
import { useSmartleadSending } from "@/lib/testing/smartlead-sending";
import { useTestDatabase } from "@/lib/testing/test-db";
import { carrySmartleadActions } from "./carry-smartlead-actions";

const test_ = useTestDatabase();
const { stage, deps } = useSmartleadSending(test_);

test("every action is taken by Smartlead as it documents it", async () => {
  const { fake, world, there } = stage;
  const context = contextOf(world.member, test_.db);
  const threadId = world.thread.id;
  await triageThreads(context, { threadIds: [threadId], change: { kind: "read", on: true } });
  await addNote(context, { threadId, text: "Call on Monday", uploadIds: [] });
  await addTask(context, { threadId, name: "Call", priority: "LOW", dueAt: "2999-01-04T09:00:00Z" });
  await setReminder(context, { threadId, text: "Ask again", remindAt: "2999-01-01T00:00:00Z" });
  await pauseLead(context, { threadId });
  await resumeLead(context, { threadId, delayDays: 3 });
  await test_.db.transaction((tx) => carryUnsubscribe(tx, context.actor, world.lead.id));

  await carrySmartleadActions(deps(), { connectionId: world.connection.id, threadId });

  const ofLead = fake.actions.filter(({ path: each, body }) =>
    [each, String(body.email_lead_map_id)].some((text) => text.includes(there.leadId) || text === there.mapId),
  );
  expect(ofLead.map(({ path: each }) => each.split("/").at(-1))).toEqual([
    "change-read-status",
    "create-note",
    "create-task",
    "set-reminder",
    "pause",
    "resume",
    "unsubscribe",
  ]);
  expect(there).toMatchObject({ isUnread: false, status: "STOPPED" });
  const pending = eq(smartleadActions.connectionId, world.connection.id);
  expect(await test_.db.$count(smartleadActions, and(pending, eq(smartleadActions.state, "confirmed")))).toBe(7);
});
