import { expect, test } from "./fixtures";
import { startReply } from "./steps/composer";
import { followUpsOf, writeTemplate } from "./steps/follow-ups";
import { keyboardOf } from "./steps/keyboard";
import { answerByApi } from "./steps/live";
import { CAMPAIGN, goToThread, openThread, threadOf, waitingThread } from "./steps/threads";
import { listOf } from "./steps/triage";

test.use({ role: "sdr" });

test("two steps are planned by keys from a template, shown with both clocks, and stopped by an answer", async ({
  page,
  expectAccessible,
}) => {
  const baseURL = process.env.E2E_URL!;
  const keys = keyboardOf(page);
  const thread = await waitingThread(page, CAMPAIGN.followUps, 5);
  const firstName = thread.lead!.firstName;
  await writeTemplate(page, "Gentle nudge", "Hi {{lead.firstName}}, did it reach you? {{lead.custom.nick}}");
  const { root, step, template, time, line } = followUpsOf(page);

  await test.step("Shift+F opens the dialog, a template is filled, and what is open is in the way", async () => {
    await goToThread(page, thread, `?campaign=${CAMPAIGN.followUps}`);
    await expect(async () => {
      await page.keyboard.press("Shift+F");
      await expect(root).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await keys.tabTo(template(1));
    await template(1).selectOption({ label: "Gentle nudge" });
    await expect(step(1)).toContainText(`Hi ${firstName}, did it reach you?`);
    await expect(step(1).locator("mark")).toHaveText("{{lead.custom.nick}}");
    await expect(root.getByRole("button", { name: "Plan 1 step" })).toBeDisabled();
    await expectAccessible();
  });

  await test.step("the text is written on, kept in the browser, and two steps are planned", async () => {
    await step(1).getByRole("button", { name: "Edit text" }).press("Enter");
    const text = step(1).getByRole("textbox", { name: "Text of the follow-up" });
    await expect(text).toBeFocused();
    for (let letter = 0; letter < " {{lead.custom.nick}}".length; letter++) await page.keyboard.press("Backspace");
    await keys.press("Escape");
    await expect(text).toBeHidden();
    await keys.press("Escape");
    await expect(root).toBeHidden();
    await page.keyboard.press("Shift+F");
    await expect(root).toContainText("kept in this browser");
    await expect(step(1)).toContainText(`Hi ${firstName}, did it reach you?`);

    await root.getByRole("button", { name: "Add a step" }).press("Enter");
    await expect(template(2)).toBeFocused();
    await step(2).getByRole("button", { name: "Write a text" }).press("Enter");
    await expect(step(2).getByRole("textbox", { name: "Text of the follow-up" })).toBeFocused();
    await keys.type("I close this on my side.");
    await step(1).getByLabel("How long").fill("2");
    await step(1).getByLabel("Time of their day").fill("09:10");
    await expect(time(1)).toHaveText(/\w{3} \d+ \w{3}, 09:10/);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectAccessible("colours");
    await page.setViewportSize({ width: 360, height: 800 });
    // The tools of a text move into their menu once the new width is known.
    await expect.poll(() => root.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
    await page.keyboard.press("Control+Enter");
    await expect(root).toBeHidden();
    await keys.expectFocusInSight();
  });

  await test.step("the thread shows them in one line and step by step, the list says which step leaves next", async () => {
    await expect(line).toContainText(/Follow-ups: .+, .+ if no reply/);
    await expect(page.locator("[data-reply]")).toHaveCount(0);
    const { replies } = await threadOf(page, thread.id);
    expect(replies.map(({ chain, scheduleCondition }) => [chain?.step, chain?.steps, scheduleCondition])).toEqual([
      [1, 2, "if_no_reply"],
      [2, 2, "if_no_reply"],
    ]);
    await expect(listOf(page).row(thread.id).locator("[data-outbox=scheduled]")).toContainText("step 1 of 2");
    await line.getByRole("button", { name: "Show" }).click();
    await expect(line.locator("[data-planned-step='1']")).toContainText(`Hi ${firstName}`);
    await expect(line.locator("[data-planned-step='1'] [data-step-time]")).toContainText("09:10");
    await expectAccessible();

    await line.locator("[data-planned-step='2']").getByRole("button", { name: "Edit text" }).click();
    const text = line.getByRole("textbox", { name: "Text of the follow-up" });
    await expect(text).toBeFocused();
    await keys.type(" Until then.");
    await line.getByRole("button", { name: "Save the text" }).click();
    await expect(line.locator("[data-planned-step='2']")).toContainText("I close this on my side. Until then.");
  });

  await test.step("an answer stops the rest and says so", async () => {
    await answerByApi(page, baseURL, thread);
    await expect(line).toHaveAttribute("data-state", "answered", { timeout: 30_000 });
    await expect(line).toContainText(/Stopped, .+ answered/);
    await expect(listOf(page).row(thread.id).locator("[data-outbox=scheduled]")).toHaveCount(0);
    const steps = (await threadOf(page, thread.id)).replies.filter(({ chain }) => chain);
    expect(steps.map(({ status, reason }) => [status, reason])).toEqual([
      ["cancelled", "lead_answered"],
      ["cancelled", "lead_answered"],
    ]);
  });
});

test("a reply takes follow-ups along: they stand in its draft, are planned when it is sent, and come back with undo", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.followUps, 6);
  await goToThread(page, thread);
  const composer = await startReply(page);
  const { root, step, line } = followUpsOf(page);
  const chip = composer.root.locator("[data-follow-ups-chip]");
  await composer.text.fill("The sheet for hall A, as promised.");
  await composer.root.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Follow up if no reply" }).click();
  await expect(root).toContainText("This reply, now");
  await step(1).getByRole("button", { name: "Write a text" }).click();
  await expect(step(1).locator("[contenteditable=true]")).toBeFocused();
  await page.keyboard.type("Did the sheet open?");
  await root.getByRole("button", { name: "Add 1 follow-up" }).click();
  await expect(chip).toContainText("1 follow-up if no reply");
  // That it is saved was said of the reply's text before.
  await expect.poll(async () => (await openThread(page, thread.id)).draft?.content.followUps).toBeDefined();
  await page.reload();
  await expect(chip).toContainText("1 follow-up if no reply");

  await composer.root.getByRole("button", { name: "Choose a time" }).click();
  await page.getByRole("button", { name: /^Tomorrow morning/ }).click();
  await composer.send.click();
  await expect(line).toContainText("if no reply");
  const { replies } = await threadOf(page, thread.id);
  expect(replies.map(({ chain }) => chain?.step ?? 0)).toEqual([0, 1]);
  expect(Date.parse(replies[1]!.dueAt)).toBeGreaterThan(Date.parse(replies[0]!.dueAt));

  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(composer.text).toHaveText("The sheet for hall A, as promised.");
  await expect(chip).toContainText("1 follow-up if no reply");
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});
