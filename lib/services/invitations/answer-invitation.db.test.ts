import { and, eq, isNotNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/core/ids";
import { AppError } from "@/lib/core/errors";
import { messages, replies } from "@/lib/db/schema";
import { invitationOf } from "@/lib/mail/mime/invitation";
import { parseMessage } from "@/lib/mail/mime/parse";
import { contextOf, makeMessage, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { makeSmartleadWorld } from "@/lib/testing/smartlead-world";
import { useTestDatabase } from "@/lib/testing/test-db";
import { composeRaw } from "@/lib/worker/compose-raw";
import { undoReply } from "../replies/undo-reply";
import { getThread } from "../threads/get-thread";
import { listMeanwhile } from "./list-meanwhile";
import { answerInvitation } from "./answer-invitation";
import { AnswerInvitationInput } from "./schemas";

const test_ = useTestDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

type Changes = { method?: string; lines?: string[]; attendee?: string };

/** An invitation of Ana's assistant, who organises her meetings. */
async function invite({ mailbox, thread }: World, { method = "REQUEST", lines = [], attendee }: Changes = {}) {
  const raw = [
    "From: Ana Berg <ana@lead.test>",
    "Subject: Talk",
    `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    "UID:talk-1@lead.test",
    "DTSTAMP:20261101T000000Z",
    ...lines,
    "DTSTART:20261203T133000Z",
    "DTEND:20261203T140000Z",
    "SUMMARY:Talk",
    'ORGANIZER;CN="Lund, Mia":mailto:mia@lead.test',
    `ATTENDEE;CN=Sam;PARTSTAT=NEEDS-ACTION:mailto:${attendee ?? mailbox.address.toUpperCase()}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const { attachments } = await parseMessage(Buffer.from(raw));
  return makeMessage(test_.db, { thread, mailbox }, { raw, invitation: invitationOf(attachments) }, world.messages);
}

const own = (member = world.member) => contextOf(member, test_.db);
const answer = (messageId: string, changes: Partial<AnswerInvitationInput> = {}, member = world.member) =>
  answerInvitation(
    own(member),
    AnswerInvitationInput.parse({
      messageId,
      replyId: newId(),
      answer: "accepted",
      words: "With {{pleasure}}.",
      isOwnWords: true,
      ...changes,
    }),
  );
const answers = () =>
  test_.db
    .select()
    .from(replies)
    .where(and(eq(replies.threadId, world.thread.id), isNotNull(replies.calendarPart)))
    .orderBy(replies.acceptedAt, replies.id);
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.reason : String(error)),
  );

test("an accepted invitation leaves once, to its organiser, with a calendar part that says so", async () => {
  const { id } = await invite(world, { lines: ["SEQUENCE:2"] });
  const replyId = newId();

  const accepted = await answer(id, { replyId });
  expect(await answer(id, { replyId })).toEqual({ ...accepted, isRepeat: true });

  const [reply, ...others] = await answers();
  expect(others).toEqual([]);
  expect(reply).toMatchObject({ id: replyId, status: "scheduled", parentId: id, origin: "composer" });
  expect(reply!.to).toEqual([{ name: "Lund, Mia", address: "mia@lead.test" }]);
  const { raw, envelope } = await composeRaw(test_.db, reply!, world.mailbox, new Date());
  expect(envelope.to).toEqual(["mia@lead.test"]);
  const { attachments, text } = await parseMessage(raw);
  expect(text.trim()).toBe("With {{pleasure}}.");
  expect(raw.toString()).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REPLY/mu);
  expect(invitationOf(attachments)).toMatchObject({
    method: "reply",
    uid: "talk-1@lead.test",
    organiser: { address: "mia@lead.test" },
    attendees: [{ address: world.mailbox.address.toUpperCase().replace(/@.*/u, "@acme.test"), answer: "accepted" }],
  });
  expect(reply!.calendarPart).toContain("\r\nSEQUENCE:2\r\n");
  expect(reply!.calendarPart).toContain("\r\nCOMMENT:With {{pleasure}}.\r\n");
});

test("who changes an answer sends the later one alone, and who undoes it none, and has no draft of it", async () => {
  const { id } = await invite(world);
  const first = await answer(id);
  const second = await answer(id, { answer: "declined", words: "Declined.", isOwnWords: false });

  const thread = await getThread(own(), { threadId: world.thread.id });
  expect(thread.replies.map((each) => [each.id, each.status, each.reason, each.invitationAnswer])).toEqual([
    [first.replyId, "cancelled", "undone", "accepted"],
    [second.replyId, "scheduled", null, "declined"],
  ]);
  expect((await answers()).at(-1)!.calendarPart).not.toContain("COMMENT");

  expect(await undoReply(own(), { replyId: second.replyId })).toMatchObject({ draft: null });
  expect((await answers()).map(({ status, reason }) => [status, reason])).toEqual([
    ["cancelled", "undone"],
    ["cancelled", "undone"],
  ]);
});

test("what cannot be answered is refused by its reason, and a stranger's is not found", async () => {
  const first = await invite(world);
  const foreign = await makeWorld(test_.db);
  expect(await reasonOf(answer(first.id, {}, foreign.member))).toBe("message");

  const moved = await invite(world, { lines: ["SEQUENCE:1"] });
  expect(await reasonOf(answer(first.id))).toBe("invitation_changed");
  const calledOff = await invite(world, { method: "CANCEL" });
  expect(await reasonOf(answer(moved.id))).toBe("invitation_cancelled");
  expect(await reasonOf(answer(calledOff.id))).toBe("invitation_none");
  expect(await reasonOf(answer(world.messages[0]!.id))).toBe("invitation_none");

  const elsewhere = await makeWorld(test_.db);
  const other = await invite(elsewhere, { attendee: "max@acme.test" });
  expect(await reasonOf(answer(other.id, {}, elsewhere.member))).toBe("invitation_not_invited");
  expect(await answers()).toEqual([]);
});

test("what leaves through Smartlead takes no calendar part", async () => {
  const smartlead = await makeSmartleadWorld(test_.db);
  const { id } = await invite(smartlead);

  expect(await reasonOf(answer(id, {}, smartlead.member))).toBe("invitation_smartlead");
  expect(await test_.db.select().from(replies).where(eq(replies.threadId, smartlead.thread.id))).toEqual([]);
});

test("the answer that has left stands in the invitation", async () => {
  const { id } = await invite(world);
  await answer(id, { answer: "tentative" });
  const [reply] = await answers();
  const { raw } = await composeRaw(test_.db, reply!, world.mailbox, new Date());
  const { attachments } = await parseMessage(raw);
  const copy = { direction: "out" as const, invitation: invitationOf(attachments), sentAt: new Date() };
  await makeMessage(test_.db, world, copy, world.messages);

  const { messages: list } = await getThread(own(), { threadId: world.thread.id });
  expect(list.find((each) => each.id === id)!.invitation!.attendees).toMatchObject([{ answer: "tentative" }]);
});

test("an invitation says what its reader has accepted elsewhere for the same time", async () => {
  const { workspaceId, mailbox, campaign, lead, member } = world;
  const { id } = await invite(world);
  const elsewhere = async (title: string, start: string, end: string) => {
    const own = { workspaceId, mailbox, campaign, lead, assigneeId: member.id };
    const { thread } = await makeThread(test_.db, own);
    const told = await invite({ ...world, thread });
    const invitation = { ...told.invitation!, title, start, end };
    const attendees = [{ name: "", address: mailbox.address, answer: "accepted" as const }];
    await test_.db
      .update(messages)
      .set({ invitation: { ...invitation, attendees } })
      .where(eq(messages.id, told.id));
    return thread.id;
  };
  const threadId = await elsewhere("Lunch", "2026-12-03T13:00:00.000Z", "2026-12-03T13:45:00.000Z");
  await elsewhere("Before", "2026-12-03T12:00:00.000Z", "2026-12-03T13:30:00.000Z");
  await elsewhere("After", "2026-12-03T14:00:00.000Z", "2026-12-03T15:00:00.000Z");

  expect(await listMeanwhile(own(), { messageId: id })).toEqual([{ threadId, name: "Ana Berg", title: "Lunch" }]);
  expect(await listMeanwhile(own(world.manager), { messageId: id })).toEqual([]);
});
