import { randomBytes } from "node:crypto";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { expect } from "./fixtures";
import { apiOf, inSeconds, makeDue } from "./steps/api";
import { replyCard, startReply } from "./steps/composer";
import { followUpsOf, planTwoSteps } from "./steps/follow-ups";
import { expectWholeReply } from "./steps/whole-reply";
import { openSandbox } from "./steps/sandbox-doors";
import { answer, chipsOf, messagesOf, pressRow, rowOf, send, threadPane } from "./steps/inbox";
import { BROKEN, NEWSLETTER } from "./steps/letters";
import { headersOf, mailOf, openLive, readMail, seenAtOnce, write, writeRaw } from "./steps/mail";
import { threadOf } from "./steps/threads";
import { ANA, BEN, DORA, FIRST, SAM, ZOE, signIn, test } from "./steps/office";
import {
  disableMailbox,
  fillMailboxForm,
  holdNothing,
  makeKey,
  openMailbox,
  stoppedBadge,
  typePassword,
  writeSignature,
} from "./steps/settings";

const missing = mailServersMissing();
test.use({ officeOf: "real-mail" });
test.skip(missing !== null, missing ?? "");
test.describe.configure({ mode: "serial" });

const QUESTION = { messageId: "question-1@lead.test", subject: `RE: AW: ${FIRST.subject}` };
const CHANGED_PASSWORD = "changed-on-the-server";
/** Set by the journeys in turn. */
const seen = { thread: "", reply: "" };

test("the first real mailbox is connected by its form, its test is seen step by step, and the sandbox closes", async ({
  page,
  office,
  expectAccessible,
}) => {
  const sandbox = await openSandbox(office.app.url);
  expect(await sandbox.doors()).toEqual({ session: 200, page: 200, key: 200 });

  await signIn(page, office);
  await page.goto("/settings/mailboxes");
  await page.getByRole("link", { name: "Connect" }).click();
  await fillMailboxForm(page, office.servers);
  await expectAccessible();
  await page.getByRole("button", { name: "Connect and test" }).click();

  const steps = page.getByRole("region", { name: "Test" }).getByRole("listitem");
  await expect(steps).toHaveCount(8);
  await expect(steps.filter({ hasText: ", passed" })).toHaveCount(8);
  await expect(page.getByText("Connected, in step").first()).toBeVisible();
  await expectAccessible();
  expect(await sandbox.doors()).toEqual({ session: 401, page: 307, key: 401 });
  await expect(openSandbox(office.app.url)).rejects.toThrow("refused");
  await writeSignature(page);
});

test("who was written to from another program is a lead, and is in the inbox as soon as he writes", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, "/inbox");
  await expect(page.getByText("All answered")).toBeVisible();

  const at = await write(servers, ANA, { ...QUESTION, inReplyTo: FIRST.messageId, body: "Yes, please.\n\nAna" });
  await seenAtOnce("in the inbox", rowOf(page, FIRST.subject), at);

  await expect(rowOf(page, FIRST.subject)).toContainText(ANA.name);
  await expect(rowOf(page, FIRST.subject)).toContainText("Direct");
  await pressRow(page, FIRST.subject);
  seen.thread = page.url();
  await expect(messagesOf(page)).toHaveCount(2);
});

test("a reply with Cc, Bcc and files arrives whole, its Bcc unseen, and is filed and shown once", async ({
  page,
  office: { servers },
}) => {
  const files = [
    { name: "Übersicht für Ana – 1.pdf", mimeType: "application/pdf", buffer: randomBytes(300_000) },
    { name: "figures.csv", mimeType: "text/csv", buffer: Buffer.from("a;b\r\n1;2\r\n\0\xff", "latin1") },
  ];
  await holdNothing(page);
  await openLive(page, seen.thread);
  const composer = await startReply(page);
  await composer.text.pressSequentially("Here they are.");
  await composer.address("Cc", `${BEN.name} <${BEN.address}>`);
  await composer.address("Bcc", DORA.address);
  await composer.attach(...files);
  await expect(chipsOf(page, "To")).toHaveText([new RegExp(ANA.name)]);
  await expect(composer.signature).toBeChecked();
  await send(page);

  const copies = await Promise.all([ANA, BEN, DORA].map(async (person) => (await mailOf(servers, person, 1))[0]!));
  const [messageId] = headersOf(copies[0]!, "Message-ID");
  seen.reply = messageId!.slice(1, -1);
  for (const raw of copies) await expectWholeReply(raw, { inReplyTo: QUESTION.messageId, files });
  const [inHers, inBens] = copies.map((raw) => /dora@/i.test(raw.toString("latin1")));
  expect([inHers, inBens]).toEqual([false, false]);

  const [, filed, ...more] = await mailOf(servers, SAM, 2, "Sent");
  expect(more).toEqual([]);
  expect(headersOf(filed!, "Message-ID")).toEqual([messageId]);
  expect(headersOf(filed!, "Bcc")).toEqual([]);
  await expect(replyCard(page)).toHaveCount(0);
  await expect(messagesOf(page)).toHaveCount(3);
  await messagesOf(page).last().getByRole("button", { name: "Details" }).click();
  await expect(messagesOf(page).last()).toContainText(DORA.address);
  for (const { name } of files) await expect(messagesOf(page).last().getByRole("link", { name })).toBeVisible();
});

test("the lead's answer is in the open thread at once, and a colleague's is answered to both", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, seen.thread);
  const subject = `Re: ${FIRST.subject}`;
  const letter = { subject, inReplyTo: seen.reply };
  const first = await write(servers, ANA, { ...letter, body: "Got them, all four of us." });
  await seenAtOnce("in the open thread", threadPane(page).getByText("Got them, all four of us."), first);

  const cc = `${ANA.name} <${ANA.address}>`;
  const second = await write(servers, BEN, { ...letter, cc, body: "Two questions from me." });
  await seenAtOnce("a colleague's", threadPane(page).getByText("Two questions from me."), second);

  await startReply(page, "Reply to all");
  await expect(chipsOf(page, "To")).toHaveText([new RegExp(BEN.name)]);
  await expect(chipsOf(page, "Cc")).toHaveText([new RegExp(ANA.name)]);
  await expect(messagesOf(page)).toHaveCount(5);
});

test("who got a blind copy answers into a thread of their own", async ({ page, office: { servers } }) => {
  await openLive(page, "/inbox");
  const at = await write(servers, DORA, { subject: "Re: your copy", inReplyTo: seen.reply, body: "Seen, thanks." });
  await seenAtOnce("a blind copy's answer", rowOf(page, "Re: your copy"), at);

  await expect(rowOf(page, "Re: your copy")).toContainText(DORA.name);
  await pressRow(page, "your copy");
  expect(page.url()).not.toBe(seen.thread);
});

test("a broken message is shown as far as it can be read and stops nothing, and a newsletter stays out", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, "/inbox");
  await writeRaw(servers, ANA, BROKEN);
  await write(servers, { name: "Weekly", address: "weekly@stranger.test" }, NEWSLETTER);
  const at = await write(servers, ANA, { subject: "After the broken one", body: "Still there?" });
  await seenAtOnce("what came after", rowOf(page, "After the broken one"), at);

  await expect(rowOf(page, NEWSLETTER.subject)).toHaveCount(0);
  await pressRow(page, "Kaputt");
  await expect(threadPane(page)).toContainText("This message is damaged");
  await expect(threadPane(page)).toContainText("These words can be read");
});

test("a stranger is in Untracked, and a lead of Direct as soon as he is answered", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, "/inbox?view=untracked");
  const at = await write(servers, ZOE, { subject: "A price question", body: "What does it cost?" });
  await seenAtOnce("in Untracked", rowOf(page, "A price question"), at);
  await expect(rowOf(page, NEWSLETTER.subject)).toHaveCount(0);
  await pressRow(page, "A price question");
  await expect(threadPane(page).getByRole("heading", { name: "Not a lead" })).toBeVisible();

  await answer(page, "Less than you think.");

  const raw = (await mailOf(servers, ZOE, 1))[0]!;
  expect((await readMail(raw)).to).toMatchObject([ZOE]);
  expect(headersOf(raw, "Subject")).toEqual(["Re: A price question"]);
  await expect(threadPane(page).getByRole("heading", { name: "Not a lead" })).toBeHidden();
  await expect(threadPane(page).getByText("Direct")).toBeVisible();
});

test("a disabled mailbox holds a reply where everybody sees it, and lets it go when it is used again", async ({
  page,
  office: { servers },
}) => {
  const before = (await servers.readFolder(ANA.address)).length;
  await disableMailbox(page);

  await page.goto(seen.thread);
  await answer(page, "This one has to wait.", "Reply to all");
  const held = replyCard(page, "held");
  await expect(held).toContainText(`Held, ${SAM.address} is disconnected`);
  expect(await servers.readFolder(ANA.address)).toHaveLength(before);

  await held.getByRole("link", { name: "Open the mailbox" }).click();
  await page.getByRole("button", { name: "Use it again" }).click();
  const mail = await mailOf(servers, ANA, before + 1);
  expect((await readMail(mail.at(-1)!)).text).toContain("This one has to wait.");
});

test("the same through the API with a key of the settings, and a follow-up is dropped once the lead has answered", async ({
  page,
  office: { servers, app },
}) => {
  const api = await apiOf(page, await makeKey(page), seen.thread);
  const before = (await servers.readFolder(ANA.address)).length;
  const now = await api.send({ emailBody: "Sent by a program.\n\nBye" });
  const followUp = { emailBody: "Did you see it?", scheduleCondition: "if_no_reply", scheduledTime: inSeconds(65) };
  const dropped = await api.send(followUp);
  expect([now.status, dropped.status]).toEqual(["queued", "scheduled"]);

  const raw = (await mailOf(servers, ANA, before + 1)).at(-1)!;
  expect(headersOf(raw, "Message-ID")).toEqual([now.messageId]);
  expect(await readMail(raw)).toMatchObject({ to: [ANA], html: expect.stringContaining("<p>Sent by a program.</p>") });
  expect(headersOf(raw, "Cc")).toEqual([]);
  await expect.poll(() => api.status(now)).toBe("COMPLETED");

  await openLive(page, seen.thread);
  const at = await write(servers, ANA, { inReplyTo: now.messageId.slice(1, -1), body: "I did." });
  await seenAtOnce("the answer to the program", threadPane(page).getByText("I did."), at);
  const sent = await api.send(followUp);
  await makeDue(app, [dropped, sent]);

  await expect.poll(() => api.status(dropped)).toBe("CANCELLED");
  await expect(replyCard(page, "dropped")).toContainText("Not sent, Ana answered first");
  await expect.poll(() => api.status(sent)).toBe("COMPLETED");
  expect((await mailOf(servers, ANA, before + 2)).flatMap((mail) => headersOf(mail, "Message-ID"))).not.toContain(
    dropped.messageId,
  );
});

test("of two follow-ups the first leaves through the mail server, and an answer over it stops the second", async ({
  page,
  office: { servers, app },
}) => {
  const before = (await servers.readFolder(ANA.address)).length;
  await openLive(page, seen.thread);
  await planTwoSteps(page, ["Any news of the figures?", "I close this on my side."]);
  const { line } = followUpsOf(page);
  await line.getByRole("button", { name: "Show" }).click();
  // A person's now waits for no window: whatever day it is, the first step leaves.
  await line
    .locator("[data-planned-step='1']")
    .getByRole("button", { name: /step 1/ })
    .click();
  await page.getByRole("menuitem", { name: "Send now" }).click();
  const first = (await mailOf(servers, ANA, before + 1)).at(-1)!;
  expect((await readMail(first)).text).toContain("Any news of the figures?");

  const [messageId] = headersOf(first, "Message-ID");
  const at = await write(servers, ANA, { inReplyTo: messageId!.slice(1, -1), body: "Yes, all is well." });
  await seenAtOnce("the answer to the first step", threadPane(page).getByText("Yes, all is well."), at);
  await expect(line).toHaveAttribute("data-state", "answered");

  const { replies } = await threadOf(page, Number(new URL(seen.thread).pathname.split("/").at(-1)));
  const second = replies.find(({ chain }) => chain?.step === 2)!;
  expect([second.status, second.reason]).toEqual(["cancelled", "lead_answered"]);
  await makeDue(app, [{ messageId: `<${second.messageId}>`, status: second.status }]);
  // What is sent behind it has come, and the second step has not.
  await answer(page, "Thank you, Ana.");
  const texts = (await mailOf(servers, ANA, before + 2)).map(async (mail) => (await readMail(mail)).text ?? "");
  expect((await Promise.all(texts)).filter((text) => text.includes("I close this"))).toEqual([]);
});

test("a mailbox that stops is told on every page, in words", async ({
  page,
  expectAccessible,
  office: { servers },
}) => {
  await openLive(page, "/settings/mailboxes");
  await expect(page.getByText("Connected, in step")).toBeVisible();
  await expect(stoppedBadge(page)).toHaveCount(0);
  await servers.setUsers([{ address: SAM.address, password: CHANGED_PASSWORD }]);
  await servers.doveadm("kick", SAM.address);

  const row = page.getByRole("row").filter({ hasText: SAM.address });
  await expect(row).toContainText(/Password refused since \d\d:\d\d/, { timeout: 15_000 });
  await expect(row).toContainText(/Next try \d\d:\d\d|It is being tried/);
  await expect(stoppedBadge(page)).toHaveText("1 mailbox has stopped");
  const toasts = page.getByRole("region", { name: "Notifications" });
  await expect(toasts).toContainText(`${SAM.address} has stopped`);
  await expectAccessible();

  await page.goto(seen.thread);
  await expect(
    threadPane(page).getByText(/has been refused its password since \d\d:\d\d. Your reply waits/),
  ).toBeVisible();
  await expect(toasts.getByText("has stopped")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Reply/ }).first()).toBeEnabled();

  await openMailbox(page);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const failed = page.getByRole("region", { name: "Test" }).getByRole("listitem").filter({ hasText: ", failed" });
  await expect(failed).toHaveText([/^Receiving: signed in.*User or password refused/, /^Sending: signed in/]);
});

test("it is mended by keys alone, and what came meanwhile is there", async ({ page, office: { servers } }) => {
  const meanwhile = "While nobody could sign in";
  await write(servers, ANA, { subject: meanwhile, body: "Did you get this?" });
  await openLive(page, "/inbox");
  await expect(rowOf(page, meanwhile)).toHaveCount(0);

  await stoppedBadge(page).press("Enter");
  await page.waitForURL("**/settings/mailboxes?show=trouble");
  await page.getByRole("link", { name: `Reconnect ${SAM.address}` }).press("Enter");
  await typePassword(page, CHANGED_PASSWORD);
  await page.keyboard.press("Enter");

  const steps = page.getByRole("region", { name: "Test" }).getByRole("listitem");
  await expect(steps.filter({ hasText: ", passed" })).toHaveCount(8);
  await expect(stoppedBadge(page)).toHaveCount(0, { timeout: 15_000 });
  await expect(page.getByRole("region", { name: "Notifications" })).toContainText(`${SAM.address} is read again`);
  await page.goto("/inbox");
  await expect(rowOf(page, meanwhile)).toBeVisible({ timeout: 15_000 });
});
