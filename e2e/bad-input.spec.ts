import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, threadOf, waitingThread } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const PLAN = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

test("a bad address is marked where it stands, Send says so, and a press on it mends it", async ({ page }) => {
  await goToThread(page, await waitingThread(page, CAMPAIGN.badInput, 0));
  const composer = await startReply(page);
  await composer.text.fill("The figures follow.");
  await composer.address("Cc", "nobody@customer@test");

  const chip = composer.root.getByRole("button", { name: "nobody@customer@test is not an address" });
  await expect(chip).toBeVisible();
  await expect(composer.root.getByText("1 address is wrong")).toBeVisible();
  await expect(composer.send).toBeDisabled();
  await expect(composer.send).toHaveAccessibleDescription("1 address is wrong");

  await chip.click();
  await expect(composer.field("Cc")).toBeFocused();
  await expect(composer.field("Cc")).toHaveValue("nobody@customer@test");
  await composer.field("Cc").fill("somebody@customer.test");
  await composer.field("Cc").press("Enter");
  await expect(composer.root.getByText("1 address is wrong")).toBeHidden();
  await expect(composer.send).toBeEnabled();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("an address on the block list is refused at its field, and nothing that was written is lost", async ({
  page,
  browser,
  stateOf,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.badInput, 1);
  const admin = await (await browser.newContext({ storageState: await stateOf("admin") })).newPage();
  await admin.goto(`${process.env.E2E_URL}/settings/blocks`);
  await admin.getByLabel("Address or domain").fill("competitor.test");
  await admin.getByRole("button", { name: "Block", exact: true }).click();
  await expect(admin.getByRole("cell", { name: /^competitor\.test/ })).toBeVisible();
  await admin.context().close();

  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Between the two of us.");
  await composer.address("Bcc", "spy@competitor.test");
  await composer.attach(PLAN);
  await composer.send.click();

  await expect(composer.field("Bcc")).toHaveAccessibleDescription(/spy@competitor\.test is on the block list\./);
  await expect(composer.field("Bcc")).toBeFocused();
  await expect(composer.text).toHaveText("Between the two of us.");
  await expect(composer.files).toContainText("plan.pdf");
  expect((await threadOf(page, thread.id)).replies).toEqual([]);
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("a server that does not answer loses nothing, and the second press sends once", async ({ browser, stateOf }) => {
  // A context of its own: the browser writes the broken request into its console.
  const context = await browser.newContext({ storageState: await stateOf("sdr"), baseURL: process.env.E2E_URL! });
  const page = await context.newPage();
  const thread = await waitingThread(page, CAMPAIGN.badInput, 2);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Written once.");
  await expect(composer.saved).toBeVisible();

  await context.setOffline(true);
  await composer.send.click();
  await expect(composer.root.getByRole("alert")).toContainText("The server did not answer. The text is kept");
  await expect(composer.text).toHaveText("Written once.");
  await context.setOffline(false);
  await composer.send.click();

  await page.getByRole("button", { name: "Send now" }).click();
  const sent = async () =>
    (await threadOf(page, thread.id)).messages.filter(({ visibleText }) => visibleText.includes("Written once."));
  await expect.poll(async () => (await sent()).length).toBe(1);
  await context.close();
});

test("without a server a note for who takes over stays in its form, and a press in a list of settings says so", async ({
  browser,
  stateOf,
}) => {
  // A context of its own: the browser writes the broken requests into its console.
  const context = await browser.newContext({ storageState: await stateOf("admin"), baseURL: process.env.E2E_URL! });
  const page = await context.newPage();
  await goToThread(page, await waitingThread(page, CAMPAIGN.badInput, 4));
  await page.keyboard.press("Shift+A");
  await page.getByRole("menuitem", { name: "With a note…" }).click();
  const form = page.getByRole("dialog", { name: "Hand over" });
  await form.getByRole("textbox").fill("They want the figures of May.");
  await context.setOffline(true);
  await form.getByRole("button", { name: "Hand over" }).click();
  await expect(toastsOf(page)).toContainText("Not changed: there is no connection.");
  await expect(form.getByRole("textbox")).toHaveValue("They want the figures of May.");
  await context.setOffline(false);
  await page.keyboard.press("Escape");

  await page.goto("/settings/blocks");
  await page.getByLabel("Address or domain").fill("unreachable.test");
  await page.getByRole("button", { name: "Block", exact: true }).click();
  const remove = page.getByRole("button", { name: /unreachable\.test/ });
  await expect(remove).toBeVisible();
  await context.setOffline(true);
  await remove.click();
  await expect(toastsOf(page)).toContainText("The server did not answer.");
  await expect(remove).toBeEnabled();
  await context.setOffline(false);
  await remove.click();
  await expect(remove).toBeHidden();
  await context.close();
});

test("a draft is there again after the page was loaded anew, with addresses, words and files", async ({ page }) => {
  await goToThread(page, await waitingThread(page, CAMPAIGN.badInput, 3));
  const composer = await startReply(page);
  await composer.address("Cc", "colleague@customer.test");
  await composer.attach(PLAN);
  await composer.text.click();
  await page.keyboard.type("Half a sentence, and then");
  await composer.signature.click();
  // At once: what the server has not got yet is kept in the browser.
  await page.reload();

  const again = composerOf(page);
  await expect(again.text).toHaveText("Half a sentence, and then");
  await expect(again.root.getByRole("button", { name: "Remove colleague@customer.test" })).toBeVisible();
  await expect(again.files).toContainText("plan.pdf");
  await expect(again.signature).not.toBeChecked();
  await again.root.getByRole("button", { name: "Throw the draft away" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(again.text).toHaveText("Half a sentence, and then");
  await again.root.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(again.root).toBeHidden();
  await expect(replyCard(page)).toHaveCount(0);
});
