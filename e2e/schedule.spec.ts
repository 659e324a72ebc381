import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { deliveriesOf } from "./steps/deliveries";
import { CAMPAIGN, goToThread, rowsOf, threadOf, waitingThread } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const OFFER = { name: "oferta.txt", mimeType: "text/plain", buffer: Buffer.from("12 pinzas") };

test("a planned reply shows in thread and list, moves, is cancelled, and is a whole draft again", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.schedule, 0);
  await page.goto(`/inbox?view=all&q=${encodeURIComponent(thread.contact.address)}`);
  const row = page.locator(`[data-thread="${thread.id}"]`);
  await row.click();
  const composer = await startReply(page);
  await composer.address("Cc", "compras@customer.test");
  await composer.attach(OFFER);
  await composer.text.fill("Mañana le llamo.");
  await composer.signature.click();
  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await expect(composer.send).toHaveText(/^Send \w{3} 09:00$/);
  await composer.send.click();

  const card = replyCard(page);
  await expect(card).toHaveAttribute("data-state", "scheduled");
  await expect(card).toContainText(/Scheduled for \w{3} \d+ \w{3}, 09:00 in/);
  await expect(card).toContainText("Mañana le llamo.");
  await expect(row.locator("[data-outbox=scheduled]")).toBeVisible();
  const planned = (await threadOf(page, thread.id)).replies[0]!;
  expect(new Date(planned.dueAt).getTime()).toBeGreaterThan(Date.now());

  await card.getByRole("button", { name: "Move" }).click();
  await page.getByLabel("Time", { exact: true }).fill("16:45");
  await page.getByRole("button", { name: "Move here" }).click();
  await expect(card).toContainText(/Scheduled for \w{3} \d+ \w{3}, 16:45 in/);
  const moved = (await threadOf(page, thread.id)).replies[0]!;
  expect(moved).toMatchObject({ id: planned.id, messageId: planned.messageId, status: "scheduled" });
  expect(Date.parse(moved.dueAt) - Date.parse(planned.dueAt)).toBe((7 * 60 + 45) * 60_000);

  await card.getByRole("button", { name: "Cancel" }).click();
  await expect(card).toHaveCount(0);
  await expect(row.locator("[data-outbox]")).toHaveCount(0);
  await expect(composer.text).toHaveText("Mañana le llamo.");
  await expect(composer.root.getByRole("button", { name: "Remove compras@customer.test" })).toBeVisible();
  await expect(composer.files).toContainText("oferta.txt");
  await expect(composer.signature).not.toBeChecked();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("undo while a reply is held brings the words back, and without its signature it leaves unsigned", async ({
  page,
  request,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.schedule, 1);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Demasiado pronto.");
  await composer.signature.click();
  await composer.send.click();
  await replyCard(page, "undo").getByRole("button", { name: "Undo" }).click();

  await expect(composer.text).toHaveText("Demasiado pronto.");
  await expect(composer.signature).not.toBeChecked();
  await expect(replyCard(page)).toHaveCount(0);
  expect((await threadOf(page, thread.id)).messages).toHaveLength(thread.messages.length);

  await composer.send.click();
  await replyCard(page, "undo").getByRole("button", { name: "Send now" }).click();
  const own = async () =>
    (await threadOf(page, thread.id)).messages.filter(({ visibleText }) => visibleText.includes("Demasiado pronto."));
  await expect.poll(async () => (await own()).length).toBe(1);
  const [only, ...more] = await deliveriesOf(request, (await own())[0]!.messageId);
  expect(more).toEqual([]);
  expect(only!.mail.html).not.toContain("gmail_signature");
});

test("two tabs and a double press send one reply", async ({ page, context, request }) => {
  const thread = await waitingThread(page, CAMPAIGN.schedule, 2);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Una sola vez.");
  await expect(composer.saved).toBeVisible();
  const tab = await context.newPage();
  await goToThread(tab, thread);
  const second = composerOf(tab);
  await expect(second.text).toHaveText("Una sola vez.");

  await Promise.all([composer.send.dblclick(), second.send.dblclick()]);
  await expect(composer.root).toBeHidden();
  await expect(second.root).toBeHidden();
  expect((await threadOf(page, thread.id)).replies).toHaveLength(1);
  await replyCard(page, "undo").getByRole("button", { name: "Send now" }).click();
  const own = async () => (await threadOf(page, thread.id)).messages.filter(({ direction }) => direction === "out");
  const before = thread.messages.filter(({ direction }) => direction === "out").length;
  await expect.poll(async () => (await own()).length).toBe(before + 1);
  expect(await deliveriesOf(request, (await own()).at(-1)!.messageId)).toHaveLength(1);
  expect((await rowsOf(page, { view: "all", q: thread.contact.address }))[0]).toMatchObject({ nextReplyAt: null });
});

test("the picker says what a machine would not choose, offers what it would, and keeps a person's own words", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.schedule, 3);
  await goToThread(page, thread);
  const composer = await startReply(page);
  const open = composer.root.getByRole("button", { name: "Choose a time" });
  await open.click();
  const picker = page.getByRole("dialog", { name: "When to send" });
  const words = picker.getByRole("textbox", { name: "Time in words" });

  await words.fill("sunday 10:20 their time");
  const outside = picker.locator(":not(td)[data-outside]");
  // Now and then a Sunday is a public holiday besides.
  await expect(outside).toContainText(/^(Sunday in|Public holiday in) /);
  await outside.getByRole("button", { name: /10:20 instead$/ }).click();
  await expect(outside).toHaveCount(0);
  await expect(picker.getByLabel("Time", { exact: true })).toHaveValue("10:20");

  // This browser speaks American English.
  await words.fill("2/3 9am");
  await expect(picker.getByText(/ 3 Feb( \d{4})?, 09:00/).first()).toBeVisible();
  await picker.getByRole("button", { name: /^Or with the day first: \w+ 2 Mar( \d{4})?, 09:00$/ }).click();
  await expect(composer.send).toHaveText(/^Send 2 Mar.* 09:00$/);
  await open.click();
  await expect(picker.getByText("Hatched: before 08:00 and after 18:00, weekends and holidays")).toBeVisible();

  await words.fill("next tue 9 their time");
  await picker.getByRole("button", { name: "Keep as a preset" }).click();
  const own = picker.getByRole("button", { name: /^next tue 9 their time/ });
  await expect(own).toBeVisible();
  await expect(toastsOf(page)).toContainText("next tue 9 their time");
  await page.keyboard.press("Escape");
  await page.reload();
  // The chosen time is a draft of its own, and opens again with the thread.
  await expect(composer.root).toBeVisible();
  await open.click();
  await own.click();
  await expect(composer.send).toHaveText(/^Send .*09:00$/);
  await open.click();
  await own.hover();
  await picker.getByRole("button", { name: "Forget “next tue 9 their time”" }).click();
  await expect(own).toHaveCount(0);
  await page.keyboard.press("Escape");
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});
