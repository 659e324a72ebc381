import { randomBytes } from "node:crypto";
import { request as requests } from "@playwright/test";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { expect } from "./fixtures";
import { SANDBOX_API_KEY, SANDBOX_PASSWORD } from "./secrets";
import { fileMarks, headersOf, mailOf, openLive, readMail, seenWithin2s, sha256, write } from "./steps/mail";
import { ANA, BEN, DORA, FIRST, SAM, fillMailboxForm, signIn, test } from "./steps/office";
import { chipsOf, composerOf, messagesOf, openThread, rowOf, send, threadPane, writeReply } from "./steps/thread";

const missing = mailServersMissing();
test.skip(missing !== null, missing ?? "");
test.describe.configure({ mode: "serial" });

const QUESTION = { messageId: "question-1@lead.test", subject: `RE: AW: ${FIRST.subject}` };
/** Set by the journeys in turn. */
const seen = { thread: "", reply: "" };

test("the first real mailbox is connected by its form, its test is seen step by step, and the sandbox closes", async ({
  page,
  office,
  expectAccessible,
}) => {
  const sandbox = await signedInToSandbox(office.app.url);
  const doors = async () => ({
    session: (await sandbox.get("/api/threads")).status(),
    page: (await sandbox.get("/sandbox/deliveries", { maxRedirects: 0 })).status(),
    key: (await sandbox.get(`/api/sandbox/deliveries?api_key=${SANDBOX_API_KEY}`)).status(),
  });
  expect(await doors()).toEqual({ session: 200, page: 200, key: 200 });

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
  expect(await doors()).toEqual({ session: 401, page: 307, key: 401 });
  await expect(signedInToSandbox(office.app.url)).rejects.toThrow("refused");
  await sandbox.dispose();
});

test("who was written to from another program is a lead, and is in the inbox within 2 s of writing", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, "/inbox");
  await expect(page.getByText("All answered")).toBeVisible();

  const at = await write(servers, ANA, { ...QUESTION, inReplyTo: FIRST.messageId, body: "Yes, please.\n\nAna" });
  await seenWithin2s("in the inbox", rowOf(page, FIRST.subject), at);

  await expect(rowOf(page, FIRST.subject)).toContainText(ANA.name);
  await expect(rowOf(page, FIRST.subject)).toContainText("Direct");
  await openThread(page, FIRST.subject);
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
  await writeReply(page, { text: "Here they are.", cc: `${BEN.name} <${BEN.address}>`, bcc: DORA.address, files });
  await expect(chipsOf(page, "To")).toHaveText([new RegExp(ANA.name)]);
  await expect(composerOf(page).getByRole("switch", { name: "Signature" })).toBeChecked();
  await send(page);

  const copies = await Promise.all([ANA, BEN, DORA].map(async (person) => (await mailOf(servers, person, 1))[0]!));
  const [messageId] = headersOf(copies[0]!, "Message-ID");
  seen.reply = messageId!.slice(1, -1);
  for (const raw of copies) {
    const mail = await readMail(raw);
    expect(mail.from).toMatchObject({ name: SAM.name, address: SAM.address });
    expect(mail.to).toMatchObject([ANA]);
    expect(mail.cc).toMatchObject([BEN]);
    expect(headersOf(raw, "Bcc")).toEqual([]);
    expect(headersOf(raw, "Message-ID")).toEqual([expect.stringMatching(/^<[^<>\s]+@acme\.test>$/)]);
    expect(headersOf(raw, "In-Reply-To")).toEqual([`<${QUESTION.messageId}>`]);
    expect(headersOf(raw, "References")).toEqual([`<${FIRST.messageId}> <${QUESTION.messageId}>`]);
    expect(headersOf(raw, "Subject")).toEqual([`Re: ${FIRST.subject}`]);
    expect(Math.abs(Date.parse(headersOf(raw, "Date")[0]!) - Date.now())).toBeLessThan(60_000);
    expect(mail.text).toMatch(
      /^Here they are\.[\s\S]+Sám Reed[\s\S]+Ana Lind <ana@lead\.test> wrote:[\s\S]+> Yes, please\./,
    );
    expect(mail.html).toMatch(/Here they are\.[\s\S]+<b>Sám Reed<\/b>[\s\S]+<blockquote[\s\S]+Yes, please\./);
    expect(fileMarks(mail)).toEqual(files.map(({ name, buffer }) => ({ name, sha256: sha256(buffer) })));
  }
  for (const raw of copies.slice(0, 2)) expect(raw.toString("latin1").toLowerCase()).not.toContain("dora");

  const [, filed, ...more] = await mailOf(servers, SAM, 2, "Sent");
  expect(more).toEqual([]);
  expect(headersOf(filed!, "Message-ID")).toEqual([messageId]);
  expect(headersOf(filed!, "Bcc")).toEqual([]);
  await expect(page.locator("[data-reply]")).toHaveCount(0);
  await expect(messagesOf(page)).toHaveCount(3);
  await messagesOf(page).last().getByRole("button", { name: "Details" }).click();
  await expect(messagesOf(page).last()).toContainText(DORA.address);
  await expect(
    messagesOf(page)
      .last()
      .getByRole("link", { name: /^Download Übersicht für Ana – 1\.pdf/ }),
  ).toBeVisible();
});

test("the lead's answer is in the open thread within 2 s, and a colleague's is answered to both", async ({
  page,
  office: { servers },
}) => {
  await openLive(page, seen.thread);
  const subject = `Re: ${FIRST.subject}`;
  const answer = { subject, inReplyTo: seen.reply };
  const first = await write(servers, ANA, { ...answer, body: "Got them, all four of us." });
  await seenWithin2s("in the open thread", threadPane(page).getByText("Got them, all four of us."), first);

  const cc = `${ANA.name} <${ANA.address}>`;
  const second = await write(servers, BEN, { ...answer, cc, body: "Two questions from me." });
  await seenWithin2s("a colleague's", threadPane(page).getByText("Two questions from me."), second);

  await page.getByRole("button", { name: "Reply to all" }).click();
  await expect(chipsOf(page, "To")).toHaveText([new RegExp(BEN.name)]);
  await expect(chipsOf(page, "Cc")).toHaveText([new RegExp(ANA.name)]);
  await expect(messagesOf(page)).toHaveCount(5);
});

async function holdNothing(page: import("@playwright/test").Page): Promise<void> {
  await page.goto("/settings/profile");
  await page.getByLabel("Undo").selectOption("No hold, replies leave at once");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

async function signedInToSandbox(url: string) {
  const request = await requests.newContext({ baseURL: url });
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email: "admin@sandbox.test", password: SANDBOX_PASSWORD, json: "true" };
  await request.post("/api/auth/callback/credentials", { form });
  if ((await request.get("/api/threads")).ok()) return request;
  await request.dispose();
  throw new Error("refused");
}
