import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { drafts, replyAttachments, uploads } from "@/lib/db/schema";
import { inlineContentId } from "@/lib/domain/inline-content-id";
import { contextOf, makeMember, type World } from "@/lib/testing/factories";
import { followUpWorld, inDays, step, THURSDAY, wait } from "@/lib/testing/follow-up-world";
import { makeUpload } from "@/lib/testing/make-upload";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { afterSend } from "../replies/after-send";
import { cancelReply } from "../replies/cancel-reply";
import { sendEmailThread } from "../replies/send-email-thread";
import { getFollowUps } from "./get-follow-ups";
import { reopenFollowUps } from "./reopen-follow-ups";
import { stopFollowUps } from "./stop-follow-ups";

const test_ = testDatabase();
const { as, endOf, makePlannable, plan, receive, statesOf, stepsOf, timesOf } = followUpWorld(() => test_.db);

const STEPS = [step(2), step(2)];

/** Follow-ups that came along with a reply which has somebody in copy and no signature. */
async function planWithCopy(world: World, steps = STEPS) {
  const draftId = crypto.randomUUID();
  const contract = {
    campaignId: world.campaign.number,
    emailStatsId: world.messages[0]!.statsId,
    emailBody: "<p>Yes</p>",
    cc: "ben@lead.test",
    addSignature: false,
    scheduledTime: "2026-10-23T13:00:00Z",
  };
  const composer = { draftId, scheduledZone: "Europe/Berlin", followUps: { steps } };
  await sendEmailThread(as(world), contract, composer, afterSend(as(world), composer));
  return { draftId, chainId: (await viewOf(world))!.id };
}

const viewOf = (world: World) => getFollowUps(as(world), { threadId: world.thread.id });
const COPIED = { cc: [{ address: "ben@lead.test" }], addSignature: false };

test("who stops follow-ups lets them go on as they were: to whom, when, and but for the step that was dropped before", async () => {
  const world = await makePlannable();
  const { chainId } = await planWithCopy(world, [...STEPS, step(3)]);
  await cancelReply(as(world), { replyId: (await stepsOf(chainId))[2]!.id });
  const before = await timesOf(chainId);

  await stopFollowUps(as(world), { chainId });
  await reopenFollowUps(as(world, inDays(0.1)), { chainId });
  await reopenFollowUps(as(world, inDays(0.1)), { chainId });

  expect(await endOf(chainId)).toBeNull();
  expect(await statesOf(chainId)).toEqual(["scheduled", "scheduled", "cancelled by_person"]);
  expect(await timesOf(chainId)).toEqual(before);
  expect(await stepsOf(chainId)).toMatchObject([COPIED, COPIED, COPIED]);
});

test("what another has stopped, or an answer, stays ended, and so does what others were planned in place of", async () => {
  const world = await makePlannable();
  const { chainId } = await plan(world);
  const colleague = contextOf(await makeMember(test_.db, world), test_.db, () => THURSDAY);
  const reopen = (input: Parameters<typeof reopenFollowUps>[1]) => reopenFollowUps(as(world), input);
  await stopFollowUps(colleague, { chainId });
  await expect(reopen({ chainId })).rejects.toMatchObject({ code: "conflict", reason: "not_yours_to_reopen" });

  await reopenFollowUps(colleague, { chainId });
  await stopFollowUps(as(world), { chainId });
  await plan(world);
  await expect(reopen({ chainId })).rejects.toMatchObject({ code: "conflict", reason: "already_planned" });
  await expect(reopen({ chainId: crypto.randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  const elsewhere = await makePlannable();
  await expect(reopenFollowUps(as(elsewhere), { chainId })).rejects.toMatchObject({ code: "not_found" });

  const answered = await makePlannable();
  const stopped = await plan(answered);
  await stopFollowUps(as(answered), { chainId: stopped.chainId });
  await receive(answered, {}, inDays(1));
  await reopenFollowUps(as(answered, inDays(1)), { chainId: stopped.chainId });
  expect(await endOf(stopped.chainId)).toBe("answered");
});

test("what takes the place of follow-ups goes where these went, and makes way for them again", async () => {
  const world = await makePlannable();
  const { chainId } = await planWithCopy(world);

  const second = await plan(world, { replaces: chainId });
  expect(await stepsOf(second.chainId)).toMatchObject([COPIED, COPIED]);
  await reopenFollowUps(as(world), { chainId, insteadOf: second.chainId });

  expect([await endOf(chainId), await endOf(second.chainId)]).toEqual([null, "by_person"]);
  expect(await statesOf(chainId)).toEqual(["scheduled", "scheduled"]);
});

test("pictures of follow-ups are shown from uploads to whom they belong, and stay parts in what takes their place", async () => {
  const world = await makePlannable();
  const values = { fileName: "hall.png", contentType: "image/png", size: 9, storageKey: "uploads/hall" };
  const upload = await makeUpload(test_.db, world, values);
  await test_.db.update(uploads).set({ isWhole: true }).where(eq(uploads.id, upload.id));
  const cid = inlineContentId(upload.id);
  const shown = `<p>The hall: <img src="/api/uploads/${upload.id}" /></p>`;
  const { chainId, draftId } = await planWithCopy(world, [{ bodyHtml: shown, wait: wait(2) }]);
  expect((await stepsOf(chainId))[0]!.bodyHtml).toContain(`cid:${cid}`);

  expect((await viewOf(world))!.steps[0]!.bodyHtml).toContain(`/api/uploads/${upload.id}`);
  const colleague = await makeMember(test_.db, world);
  const theirs = await getFollowUps(
    contextOf(colleague, test_.db, () => THURSDAY),
    { threadId: world.thread.id },
  );
  const bodyHtml = theirs!.steps[0]!.bodyHtml;
  expect(bodyHtml).toContain(`cid:${cid}`);
  const again = await plan(
    { ...world, member: colleague },
    { replaces: chainId, steps: [{ bodyHtml, wait: wait(3) }] },
  );
  const [other] = await stepsOf(again.chainId);
  const files = await test_.db.select().from(replyAttachments).where(eq(replyAttachments.replyId, other!.id));
  expect(files).toMatchObject([{ contentId: cid, uploadId: upload.id, storageKey: "uploads/hall", position: 0 }]);
  const none = await plan({ ...world, member: colleague }, { replaces: again.chainId });
  const [plain] = await stepsOf(none.chainId);
  expect(await test_.db.$count(replyAttachments, eq(replyAttachments.replyId, plain!.id))).toBe(0);

  await cancelReply(as(world), { replyId: draftId });
  const [draft] = await test_.db.select().from(drafts).where(eq(drafts.threadId, world.thread.id));
  expect(draft!.content.followUps!.steps[0]!.bodyHtml).toContain(`/api/uploads/${upload.id}`);
});
