import { expect, test } from "./fixtures";
import { startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, waitingThread } from "./steps/threads";

test.use({ role: "sdr", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("on a phone all of the composer is in reach: its menus, its templates, and its foot above the keyboard", async ({
  page,
}) => {
  await goToThread(page, await waitingThread(page, CAMPAIGN.keyboard, 9));
  const composer = await startReply(page);
  await composer.text.fill("Thanks");

  // A press that something else lies over would not arrive.
  await composer.tool("More tools").tap();
  await page.getByRole("dialog", { name: "More tools" }).getByRole("button", { name: "Bulleted list" }).tap();
  await expect(composer.text.locator("ul")).toHaveText("Thanks");
  await composer.tool("Insert a template").tap();
  await expect(composer.text).toHaveText("Thanks /");
  await page.keyboard.press("Escape");
  await expect(composer.text).toHaveText("Thanks");

  const more = composer.root.getByRole("button", { name: "More ways to send" });
  await more.tap();
  await page.getByRole("menuitem", { name: /^Follow up if no reply/ }).tap();
  const plan = page.getByRole("dialog").filter({ hasText: "If no reply in" });
  await plan.getByRole("button", { name: "Add a step" }).tap();
  await plan.getByRole("button", { name: "More for step 2" }).tap();
  await page.getByRole("menuitem", { name: "Remove the step" }).tap();
  await expect(plan.getByRole("button", { name: "More for step 2" })).toBeHidden();
  await page.keyboard.press("Escape");

  // As the keyboard of a phone that does not make the window smaller.
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, "height", { value: 500, configurable: true });
    visualViewport!.dispatchEvent(new Event("resize"));
  });
  await expect.poll(async () => (await more.boundingBox())!.y).toBeLessThan(500);

  await composer.root.getByRole("button", { name: "Throw the draft away" }).tap();
  await expect(composer.root).toBeHidden();
  // Beside the lead's panel the thread is a press away.
  await page.getByRole("button", { name: "Show the lead" }).tap();
  const lead = page.locator('[data-pane="lead"]');
  await expect(lead).toBeVisible();
  await page.mouse.click(40, 500);
  await expect(lead).toBeHidden();
});
