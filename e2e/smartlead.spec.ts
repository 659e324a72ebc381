import { randomBytes } from "node:crypto";
import { expect } from "./fixtures";
import { replyCard, startReply } from "./steps/composer";
import { messagesOf, pressRow, rowOf, send } from "./steps/inbox";
import { holdNothing } from "./steps/settings";
import { LEADS, signInAtAgency, takenBySmartlead, test } from "./steps/smartlead";

test.describe.configure({ mode: "serial" });

test("a key is pasted, what it opens is seen at once, and the chosen campaign's answers come in newest first", async ({
  page,
  agency,
  expectAccessible,
}) => {
  await signInAtAgency(page, agency);
  await page.goto("/settings/smartlead");
  await expectAccessible();
  await page.getByLabel("API key").fill(agency.smartlead.key);
  await page.getByRole("button", { name: "Connect", exact: true }).click();

  await expect(page.getByRole("heading", { name: /^Connected/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("0 of 2 chosen")).toBeVisible();
  await page.getByRole("checkbox", { name: "Autumn, factories" }).click();
  await page.getByRole("button", { name: "Read 1 campaign" }).click();
  await expect(page.getByRole("checkbox", { name: "Autumn, factories" })).toBeChecked();
  await expectAccessible();

  await page.goto("/inbox");
  await expect(rowOf(page, "says number 0.")).toBeVisible({ timeout: 30_000 });
  await page.goto("/settings/smartlead");
  await expect(page.getByText("Threads here").locator("xpath=following-sibling::dd")).toHaveText(String(LEADS), {
    timeout: 60_000,
  });
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

test("a reply with Cc, Bcc and a file reaches Smartlead with every field, and is shown once", async ({
  page,
  agency: { smartlead },
}) => {
  const file = { name: "Figures – autumn.pdf", mimeType: "application/pdf", buffer: randomBytes(40_000) };
  await holdNothing(page);
  await page.goto("/inbox");
  await pressRow(page, "A question about Acme");
  const composer = await startReply(page);
  await composer.text.pressSequentially("Here they are.");
  await composer.address("Cc", "ben@customer.test");
  await composer.address("Bcc", "dora@partner.test");
  await composer.attach(file);
  await send(page);

  const taken = await takenBySmartlead(smartlead, 1);
  const asked = taken.lead.history.find(({ type }) => type === "REPLY")!;
  expect(taken.endpoint).toBe("a");
  expect(taken.body).toMatchObject({
    campaignId: taken.lead.campaign.id,
    emailStatsId: asked.stats_id,
    emailBody: expect.stringContaining("Here they are."),
    toEmail: taken.lead.email,
    cc: "ben@customer.test",
    bcc: "dora@partner.test",
    replyMessageId: asked.message_id,
    attachments: [expect.objectContaining({ file_name: file.name, file_type: "application/pdf", file_size: 40_000 })],
  });
  await smartlead.settled();
  expect(taken.files.map(({ status, content }) => ({ status, content }))).toEqual([
    { status: 200, content: file.buffer },
  ]);
  await expect(replyCard(page)).toHaveCount(0);
  await expect(messagesOf(page)).toHaveCount(3);
});

test("a reply for later is held here until its time", async ({ page, agency: { smartlead } }) => {
  await page.goto("/inbox");
  await pressRow(page, "A question about Acme");
  const composer = await startReply(page);
  await composer.text.pressSequentially("Did you look at it?");
  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await composer.send.click();

  await expect(replyCard(page, "scheduled")).toBeVisible();
  expect(smartlead.replies).toHaveLength(1);
});

test("a note, and a pause of the sequence, are carried over and stand in the timeline", async ({
  page,
  agency: { smartlead },
  expectAccessible,
}) => {
  await page.goto("/inbox");
  await rowOf(page, "says number 5.").click();
  const more = page.getByRole("button", { name: "More for this thread" });
  await more.click();
  await page.getByRole("menuitem", { name: "Add a note" }).click();
  const form = page.locator("section[data-note-form]");
  await form.getByRole("textbox", { name: "Note for the team" }).fill("Ask for the figures of spring.");
  await expectAccessible();
  await form.getByRole("button", { name: "Add note" }).click();
  await expect(form).toBeHidden();
  await more.click();
  await page.getByRole("menuitem", { name: "Pause the sequence" }).click();

  await expect(page.getByText("Smartlead, sequence paused")).toBeVisible();
  await expect
    .poll(() => smartlead.actions.map(({ path }) => path), { timeout: 30_000 })
    .toEqual(expect.arrayContaining(["/master-inbox/create-note", expect.stringMatching(/\/pause$/)]));
});

test("a reply for later that is handed over at once is Smartlead's from then on", async ({
  page,
  agency: { smartlead },
}) => {
  await page.goto("/settings/smartlead");
  await page.getByRole("switch", { name: "Hand scheduled replies over at once" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  const before = smartlead.replies.length;
  await page.goto("/inbox");
  await rowOf(page, "says number 6.").click();
  const composer = await startReply(page);
  await composer.text.pressSequentially("Shall we talk on Tuesday?");
  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await composer.send.click();

  expect((await takenBySmartlead(smartlead, before + 1)).body).toMatchObject({ scheduledTime: expect.any(String) });
  await expect(page.getByText(/^Held by Smartlead until/)).toBeVisible();
  await expect(replyCard(page).getByRole("button")).toHaveCount(0);
});

test("an answer comes in by itself, and the key has crossed to the browser nowhere", async ({
  page,
  agency: { smartlead, proxy },
}) => {
  const lead = [...smartlead.state.leads.values()].at(-1)!;
  await page.goto("/inbox");
  await smartlead.receive(lead, { email_body: "<p>One thing more, please.</p>" });
  await page.goto("/settings/smartlead");
  await page.getByRole("button", { name: "Look now" }).click();
  await page.goto("/inbox");
  await expect(rowOf(page, "One thing more, please.")).toBeVisible({ timeout: 30_000 });

  // It went to the server once, when it was typed.
  const crossings = proxy.crossingsOf(smartlead.key);
  expect(crossings).toEqual(["to /settings/smartlead"]);
});

test("a key that is refused is said in words and holds every reply; another of the account goes on without doubling", async ({
  page,
  agency: { smartlead },
  expectAccessible,
}) => {
  smartlead.keys.clear();
  await page.goto("/settings/smartlead");
  await page.getByRole("button", { name: "Look now" }).click();
  await expect(page.getByRole("heading", { name: /^Smartlead refuses the key/ })).toBeVisible({ timeout: 60_000 });
  await expectAccessible();
  await page.goto("/inbox");
  await pressRow(page, "A question about Acme");
  const composer = await startReply(page);
  await composer.text.pressSequentially("Held until the key is good again.");
  await send(page);
  await expect(replyCard(page, "held")).toBeVisible({ timeout: 30_000 });

  const next = "another-key-of-the-same-account-1";
  smartlead.keys.add(next);
  const before = smartlead.replies.length;
  await page.goto("/settings/smartlead");
  await page.getByRole("button", { name: "Connect again" }).click();
  await page.getByLabel("API key").fill(next);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Connected/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: /^Account with key/ })).toHaveCount(1);
  await takenBySmartlead(smartlead, before + 1);
});
