import { expect, test, watchConsole } from "./fixtures";
import { violationsOf } from "./steps/accessibility";
import { composerOf, replyCard } from "./steps/composer";
import { keyboardOf } from "./steps/keyboard";
import { CAMPAIGN, goToThread, threadOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

const TEXT = 'Hi {{lead.firstName | "there"}}, {{sender.firstName}} here. We plan for {{lead.custom.budget}} halls.';

test("a manager's template is put in by keys, held back while a variable is open, sent, and counted", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  const office = await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! });
  const desk = await office.newPage();
  const errors = watchConsole(desk);
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 8);
  const firstName = thread.lead!.firstName;

  await test.step("the manager writes it for the team", async () => {
    await desk.goto("/settings/templates");
    await desk.getByRole("button", { name: "New template" }).click();
    await expect(desk.getByLabel("Name", { exact: true })).toBeFocused();
    await desk.keyboard.type("Halls");
    await desk.getByLabel("Shortcut").fill("halls");
    await desk.getByLabel("Place").selectOption({ label: "Team" });
    const text = desk.getByRole("textbox", { name: "Text" });
    await text.click();
    await desk.keyboard.type(`${TEXT} {{lead.nick}}`);
    await expect(text.locator('[data-variable="open"]')).toHaveText("{{lead.nick}}");
    await expect(desk.getByText("No variable is called lead.nick: a reply with it is held back.")).toBeVisible();
    for (let letter = 0; letter < " {{lead.nick}}".length; letter++) await desk.keyboard.press("Backspace");
    await desk.getByLabel("Find a lead").fill(thread.lead!.email);
    const preview = desk.getByRole("region", { name: "Preview" });
    await expect(preview).toContainText("lead.custom.budget is a variable, but this lead has no value for it");
    await expect(preview).toContainText(`Hi ${firstName}, `);
    await expect(preview.locator("mark")).toHaveText("{{lead.custom.budget}}");
    expect(await violationsOf(desk, "whole")).toEqual([]);
    await desk.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    expect(await violationsOf(desk, "colours")).toEqual([]);
    await desk.setViewportSize({ width: 360, height: 800 });
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await desk.getByRole("button", { name: "Save", exact: true }).click();
    await expect(desk.locator("[data-template]", { hasText: "/halls" })).toContainText("not used");
    expect(await violationsOf(desk, "whole")).toEqual([]);
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  const keys = keyboardOf(page);
  const composer = composerOf(page);
  const option = page.getByRole("option", { name: /Halls/ });
  await test.step("somebody else puts it in behind a slash", async () => {
    await goToThread(page, thread);
    await page.keyboard.press("r");
    await expect(composer.text).toBeFocused();
    await keys.type("/ha");
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expect(composer.text).toHaveAttribute("aria-activedescendant", /./);
    await expectAccessible();
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectAccessible("colours");
    await keys.press("Escape");
    await expect(option).toBeHidden();
    await expect(composer.root).toBeVisible();
    for (let letter = 0; letter < "/ha".length; letter++) await keys.press("Backspace");
    await keys.type("/halls");
    await expect(option).toBeVisible();
    await keys.press("Enter");
    await expect(composer.text).toContainText(`Hi ${firstName}, `);
  });

  await test.step("what is open holds it back, and Send leads there", async () => {
    const open = composer.text.locator('[data-variable="open"]');
    await expect(open).toHaveText("{{lead.custom.budget}}");
    await expect(composer.send).toBeDisabled();
    await expect(composer.root.getByText("lead.custom.budget has no value here.")).toBeVisible();
    await expectAccessible();
    await keys.press("End");
    await keys.press("Control+Enter");
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe("{{lead.custom.budget}}");
    await keys.type("three");
    await expect(open).toHaveCount(0);
    await expect(composer.send).toBeEnabled();
    await keys.press("Control+Enter");
    await expect(replyCard(page)).toBeVisible();
    const [reply] = (await threadOf(page, thread.id)).replies;
    expect(reply!.bodyHtml).toMatch(new RegExp(`^<p>Hi ${firstName}, \\w+ here\\. We plan for three halls\\.</p>$`));
  });

  await test.step("the manager sees that it was used", async () => {
    await desk.reload();
    await expect(desk.locator("[data-template]", { hasText: "/halls" })).toContainText("used once");
    expect(errors).toEqual([]);
    await office.close();
  });
});

test("chosen words are kept as a template of one's own, and put in by the toolbar", async ({
  page,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 8);
  await goToThread(page, thread);
  await page.keyboard.press("r");
  const composer = composerOf(page);
  await expect(composer.text).toBeFocused();
  await page.keyboard.type("Shall we say Thursday?");
  await page.keyboard.press("Control+a");
  await composer.tool("Keep the selection as a template").click();
  const dialog = page.getByRole("dialog", { name: "Keep the selection as a template" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Write a name of at most 80 characters.")).toBeVisible();
  await expectAccessible();
  await dialog.getByLabel("Name").fill("Thursday");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Template kept").first()).toBeVisible();
  await expect(composer.text).toBeFocused();

  // The editor chooses the words again a moment after it has the focus back.
  await expect(async () => {
    await page.keyboard.press("End");
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => getSelection()!.isCollapsed)).toBe(true);
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(composer.text.locator("p")).toHaveCount(2);
  await composer.tool("Insert a template").click();
  await page.getByRole("option", { name: /Thursday/ }).click();
  await expect(composer.text).toHaveText("Shall we say Thursday?Shall we say Thursday?");
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});
