import { expect, test } from "./fixtures";
import { composerOf, replyCard } from "./steps/composer";
import { deliveriesOf } from "./steps/deliveries";
import { keyboardOf } from "./steps/keyboard";
import { CAMPAIGN, goToThread, openThread, rowsOf, threadOf, waitingThread } from "./steps/threads";
import { SANDBOX_PASSWORD } from "./secrets";

const PRICES = { name: "prices.csv", mimeType: "text/csv", buffer: Buffer.from("clip;9\n") };

test("the whole job needs no mouse, and the focus is in sight at every step", async ({
  page,
  request,
  browser,
  stateOf,
}) => {
  const aside = await browser.newContext({ storageState: await stateOf("sdr"), baseURL: process.env.E2E_URL! });
  const thread = await waitingThread(aside, CAMPAIGN.keyboard);
  const keys = keyboardOf(page);

  await page.goto("/sign-in");
  await keys.tabTo(page.getByLabel("E-mail"));
  await keys.type("sdr@sandbox.test");
  await keys.tabTo(page.getByLabel("Password", { exact: true }));
  await keys.type(SANDBOX_PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/inbox");

  const search = page.getByRole("combobox", { name: "Search threads" });
  await keys.pressUntilFocused("/", search);
  await keys.type(thread.contact.address);
  await expect(page.getByRole("list", { name: "Threads" }).getByRole("link")).toHaveCount(1);
  await keys.press("Enter");
  await expect(page.locator(`[data-thread="${thread.id}"]`)).toBeFocused();
  await keys.press("Enter");
  await page.waitForURL(new RegExp(`/inbox/${thread.id}`));
  await expect(page.getByRole("heading", { name: thread.subject })).toBeVisible();

  const composer = composerOf(page);
  await page.keyboard.press("r");
  await expect(composer.text).toBeFocused();
  await keys.tabTo(composer.root.getByRole("button", { name: "Cc", exact: true }), "Shift+Tab");
  await keys.press("Enter");
  await expect(composer.field("Cc")).toBeFocused();
  await keys.type("einkauf@customer.test,");
  await keys.tabTo(composer.text);
  await keys.type("Zuerst ");
  await keys.press("Control+b");
  await keys.type("die Zahlen");
  await keys.press("Control+b");
  await keys.press("Enter");
  await keys.press("Control+Shift+Digit8");
  await keys.type("dann der Preis");
  await keys.tabTo(composer.tool("Heading"));
  const chooser = page.waitForEvent("filechooser");
  await keys.arrowTo(composer.tool("Attach a file"));
  await keys.press("Enter");
  await (await chooser).setFiles(PRICES);
  await expect(composer.files).toContainText("prices.csv");
  await keys.press("Control+Enter");

  await expect(composer.root).toBeHidden();
  await keys.expectFocusInSight();
  const sendNow = replyCard(page, "undo").getByRole("button", { name: "Send now" });
  await keys.tabTo(sendNow, "Shift+Tab");
  await keys.press("Enter");
  await expect(replyCard(page)).toHaveCount(0);
  await keys.expectFocusInSight();

  const ours = (await threadOf(page, thread.id)).messages.findLast(({ direction }) => direction === "out")!;
  const [delivery, ...more] = await deliveriesOf(request, ours.messageId);
  expect(more).toEqual([]);
  expect(delivery!.mail.cc).toEqual([{ name: "", address: "einkauf@customer.test" }]);
  expect(delivery!.mail.html).toContain("<strong>die Zahlen</strong>");
  expect(delivery!.mail.html).toMatch(/<li[^>]*>[^]*dann der Preis/);
  expect(delivery!.mail.attachments.map(({ fileName }) => fileName)).toEqual(["prices.csv"]);
  await aside.close();
});

test.describe("while the editor is still on its way", () => {
  test.use({ role: "sdr" });

  test("what is typed after the key of replying is the reply's text, and no command", async ({ page }) => {
    // Nothing is fetched ahead, and what is fetched takes a while.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const thread = await waitingThread(page, CAMPAIGN.keyboard, 1);
    await goToThread(page, thread);
    await page.route("**/_next/static/**", async (route) => {
      await new Promise((later) => setTimeout(later, 1_000));
      await route.continue();
    });
    await page.keyboard.press("r");
    await page.keyboard.type("see you, ");
    const composer = composerOf(page);
    await expect(composer.text).toBeFocused();
    await page.keyboard.type("then");
    await expect(composer.text).toHaveText("see you, then");
    expect((await threadOf(page, thread.id)).isImportant).toBe(false);
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  });

  test("who goes on to an address before it has come types it to its end", async ({ page }) => {
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const thread = await waitingThread(page, CAMPAIGN.keyboard, 1);
    await goToThread(page, thread);
    await page.route("**/_next/static/**", async (route) => {
      await new Promise((later) => setTimeout(later, 1_500));
      await route.continue();
    });
    await page.keyboard.press("r");
    const composer = composerOf(page);
    await composer.root.getByRole("combobox", { name: "To" }).click();
    await page.keyboard.type("kim@partner.test,", { delay: 200 });
    await expect(composer.root.getByRole("button", { name: /kim@partner\.test/ }).first()).toBeVisible();
    await expect(composer.text).toHaveText("");
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  });

  test("who leaves before it has come finds what was typed in the draft", async ({ page }) => {
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    const thread = await waitingThread(page, CAMPAIGN.keyboard, 1);
    const rows = await rowsOf(page, { view: "all", limit: 8 });
    await goToThread(page, thread, "?view=all");
    const { promise, resolve } = Promise.withResolvers<void>();
    await page.route("**/_next/static/**", (route) => promise.then(() => route.continue()));
    await page.keyboard.press("r");
    await page.keyboard.type("see you");
    await page.locator(`[data-thread="${rows.find(({ id }) => id !== thread.id)!.id}"]`).click();
    const kept = async () => (await openThread(page, thread.id)).draft?.content.bodyHtml;
    await expect.poll(kept).toContain("see you");
    resolve();
    await goToThread(page, thread);
    await composerOf(page).root.getByRole("button", { name: "Throw the draft away" }).click();
    await expect.poll(kept).toBeUndefined();
  });
});
