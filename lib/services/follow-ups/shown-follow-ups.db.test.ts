import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { drafts, leads, mailboxes, replies } from "@/lib/db/schema";
import type { StepWait } from "@/lib/domain/follow-up";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { SaveDraftInput } from "../drafts/schemas";
import { saveDraft } from "../drafts/save-draft";
import { afterSend } from "../replies/after-send";
import { cancelReply } from "../replies/cancel-reply";
import { sendEmailThread } from "../replies/send-email-thread";
import { listThreads } from "../threads/list-threads";
import { listTimeline } from "../threads/list-timeline";
import { ListThreadsInput } from "../threads/schemas";
import { threadReplies } from "../threads/thread-replies";
import { planFollowUps } from "./plan-follow-ups";
import { PlanFollowUpsInput } from "./schemas";
import { stopFollowUps } from "./stop-follow-ups";

const test_ = testDatabase();
const NOW = new Date("2026-10-22T08:00:00Z");
const wait: StepWait = { count: 3, unit: "days", time: "09:10" };
const STEPS = [
  { bodyHtml: "<p>Any news?</p>", wait },
  // Braces that are words, as somebody has to write them.
  { bodyHtml: "<p>The sheet has \\{{price}} in it.</p>", wait },
];

async function makePlanned() {
  const world = await makeWorld(test_.db);
  await test_.db.update(mailboxes).set({ engine: "sandbox" }).where(eq(mailboxes.id, world.mailbox.id));
  await test_.db.update(leads).set({ timeZone: "Europe/Berlin" }).where(eq(leads.id, world.lead.id));
  const ctx = contextOf(world.member, test_.db, () => NOW);
  const plan = () => planFollowUps(ctx, PlanFollowUpsInput.parse({ threadId: world.thread.id, steps: STEPS }));
  return { world, ctx, plan };
}

test("list, thread and timeline say which step of how many it is; what stopped them is told once", async () => {
  const { world, ctx, plan } = await makePlanned();
  const { chainId } = await plan();

  const page = await listThreads(ctx, ListThreadsInput.parse({ view: "all" }));
  const ahead = await listTimeline(ctx, { threadId: world.thread.id });

  expect(page.rows.find(({ id }) => id === world.thread.id)?.outbox).toMatchObject({ chain: { step: 1, steps: 2 } });
  expect((await threadReplies(ctx, world.thread.id)).map(({ chain }) => chain)).toEqual([
    { id: chainId, step: 1, steps: 2 },
    { id: chainId, step: 2, steps: 2 },
  ]);
  const planned = ahead.entries.filter(({ kind }) => kind === "planned");
  expect(planned.map((entry) => "chain" in entry && entry.chain)).toEqual([
    { step: 2, steps: 2 },
    { step: 1, steps: 2 },
  ]);

  await test_.db
    .update(replies)
    .set({ status: "cancelled", reason: "lead_answered" })
    .where(eq(replies.chainId, chainId));

  const after = await listTimeline(ctx, { threadId: world.thread.id });
  expect(after.entries.filter(({ kind }) => kind === "unsent")).toMatchObject([{ chain: { step: 1, steps: 2 } }]);
});

test("a draft keeps the follow-ups of its reply, also when the reply was cancelled and is a draft again", async () => {
  const { world, ctx } = await makePlanned();
  const [message] = world.messages;
  const followUps = {
    steps: STEPS.map((step) => ({ ...step, templateIds: [] })),
    stopCategoryIds: [],
    awayRule: "stop" as const,
  };
  const draftId = crypto.randomUUID();
  const content = {
    parentId: message!.id,
    to: [world.lead.email],
    cc: [],
    bcc: [],
    bodyHtml: "<p>Hello</p>",
    addSignature: true,
    attachments: [],
    scheduledTime: null,
    scheduledZone: null,
    scheduleCondition: "always",
    followUps,
  };
  await saveDraft(ctx, SaveDraftInput.parse({ threadId: world.thread.id, draftId, content }));
  const contract = {
    campaignId: world.campaign.number,
    emailStatsId: message!.statsId,
    emailBody: "<p>Hello</p>",
    scheduledTime: "2026-10-23T08:00:00Z",
  };
  await sendEmailThread(ctx, contract, { draftId }, afterSend(ctx, { followUps }));

  await cancelReply(ctx, { replyId: draftId });

  const [draft] = await test_.db.select().from(drafts).where(eq(drafts.threadId, world.thread.id));
  expect(draft?.content.followUps).toEqual(followUps);
});

test("what a person stops is no fact of the timeline", async () => {
  const { world, ctx, plan } = await makePlanned();
  const { chainId } = await plan();

  await stopFollowUps(ctx, { chainId });

  const { entries } = await listTimeline(ctx, { threadId: world.thread.id });
  expect(entries.filter(({ kind }) => kind === "unsent" || kind === "planned")).toEqual([]);
});
