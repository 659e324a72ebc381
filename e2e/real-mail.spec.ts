import { randomBytes } from "node:crypto";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { expect } from "./fixtures";
import { declareHeldAndPlanned } from "./real-mail/held-and-planned";
import { declarePastMailFiles } from "./real-mail/past-mail-files";
import type { SeenInTurn } from "./real-mail/seen-in-turn";
import { declareStoppedAndMended } from "./real-mail/stopped-and-mended";
import { replyCard, startReply } from "./steps/composer";
import { expectWholeReply } from "./steps/whole-reply";
import { openSandbox } from "./steps/sandbox-doors";
import { answer, chipsOf, messagesOf, pressRow, rowOf, send, threadPane } from "./steps/inbox";
import { BROKEN, NEWSLETTER } from "./steps/letters";
import { headersOf, mailOf, openLive, readMail, seenAtOnce, write, writeRaw } from "./steps/mail";
import { ANA, BEN, DORA, FIRST, SAM, ZOE, signIn, test } from "./steps/office";
import { fillMailboxForm, holdNothing, writeSignature } from "./steps/settings";

const missing = mailServersMissing();
test.use({ officeOf: "real-mail" });
test.skip(missing !== null, missing ?? "");
test.describe.configure({ mode: "serial" });

const QUESTION = { messageId: "question-1@lead.test", subject: `RE: AW: ${FIRST.subject}` };
/** Set by the journeys in turn. */
const seen: SeenInTurn = { thread: "", reply: "" };

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
  await expect(steps).toHaveCount(9);
  await expect(steps.filter({ hasText: ", passed" })).toHaveCount(9);
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

declareHeldAndPlanned(seen);
declarePastMailFiles();
declareStoppedAndMended(seen);
