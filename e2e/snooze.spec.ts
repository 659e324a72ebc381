import { expect, test } from "./fixtures";
import { itsTimeComes, theyAnswer, waitingLeads } from "./steps/snooze";
import { openThread } from "./steps/threads";
import { goToList, listOf, toastsOf } from "./steps/triage";

test.use({ role: "manager" });

test("a thread is snoozed by keys, waits in Snoozed, and is back on top at its time with the reason", async ({
  page,
  expectAccessible,
}) => {
  const { campaign, threads } = await waitingLeads(["Ada", "Bea", "Cyd"]);
  const [first, second] = [threads[0]!, threads[1]!];
  const list = listOf(page);
  const picker = page.getByRole("dialog", { name: "Snooze" });
  await goToList(page, `/inbox?campaign=${campaign}`, first.id);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/inbox/${first.id}`));

  await page.keyboard.press("b");
  await expect(picker).toBeVisible();
  await expectAccessible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(picker).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await picker.getByRole("textbox").fill("tomorrow 9am");
  await page.keyboard.press("Enter");

  await expect(toastsOf(page)).toContainText("Snoozed until tomorrow 09:00");
  await expect(list.row(first.id)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`/inbox/${second.id}`));
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("z");
  await expect(page).toHaveURL(/view=snoozed/);
  await expect(list.row(first.id)).toContainText("09:00");
  await expectAccessible();
  await list.row(first.id).click();
  await expect(page.getByRole("region", { name: "Thread", exact: true })).toContainText("Snoozed until tomorrow 09:00");

  await page.goto("/inbox");
  await itsTimeComes(first.id);
  const onTop = page.locator(`[data-reminder="${first.id}"]`);
  await expect(onTop).toContainText(/Snoozed until today \d\d:\d\d/, { timeout: 90_000 });
  await expectAccessible();
  await onTop.getByRole("link").click();
  await page.keyboard.press("e");
  await expect(onTop).toBeHidden();
});

test("several are snoozed until they reply with one undo, and an answer brings one back at once", async ({ page }) => {
  const { campaign, threads } = await waitingLeads(["Dag", "Eva"]);
  const [first, second] = [threads[0]!, threads[1]!];
  const list = listOf(page);
  const until = page.getByRole("button", { name: "Until they reply" });
  await goToList(page, `/inbox?campaign=${campaign}`, first.id);
  await page.keyboard.press("x");
  await list.row(second.id).click({ modifiers: ["Shift"] });
  await list.bar.getByRole("button", { name: "Snooze" }).click();
  await until.click();
  await expect(toastsOf(page)).toContainText("2 threads: Snoozed until they reply");
  await expect(list.row(first.id)).toBeHidden();
  await page.keyboard.press("z");
  await expect(list.row(first.id)).toBeVisible();

  await list.row(second.id).focus();
  await page.keyboard.press("b");
  await until.click();
  await expect(list.row(second.id)).toBeHidden();
  // Where their answer comes first, nothing is snoozed.
  await expect.poll(async () => (await openThread(page, second.id)).thread.snooze).not.toBeNull();
  await theyAnswer(second);

  await expect(list.row(second.id)).toBeVisible();
  await page.goto("/inbox");
  await expect(page.locator(`[data-reminder="${second.id}"]`)).toContainText("They have answered");
});

test("a time by the lead's clock is read for one thread, and for several it is said why not", async ({ page }) => {
  const { campaign, threads } = await waitingLeads(["Gil", "Hal"], { timeZone: "Asia/Tokyo" });
  const [first, second] = [threads[0]!, threads[1]!];
  const list = listOf(page);
  const picker = page.getByRole("dialog", { name: /^Snooze/ });
  const words = picker.getByRole("textbox");
  await goToList(page, `/inbox?campaign=${campaign}`, first.id);
  await list.row(first.id).focus();
  await page.keyboard.press("b");
  await words.fill("next tue 9:15 their time");
  await expect(picker).toContainText(/Tue \d+ \w+, 09:15 in Tokyo/);
  await words.fill("next tue 9:15");
  await expect(picker).toContainText(/Tue \d+ \w+, 09:15 your time/);
  await page.keyboard.press("Escape");
  await expect(picker).toBeHidden();

  await list.row(first.id).focus();
  await page.keyboard.press("x");
  await list.row(second.id).click({ modifiers: ["Shift"] });
  await list.bar.getByRole("button", { name: "Snooze" }).click();
  await words.fill("next tue 9:15 their time");
  await expect(picker).toContainText("several leads, and each has a clock of their own");
});

test("a reminder has a note, leaves the thread where it is and stands in Reminders", async ({ page }) => {
  const { campaign, threads } = await waitingLeads(["Fay"]);
  const { id } = threads[0]!;
  const list = listOf(page);
  await goToList(page, `/inbox?campaign=${campaign}`, id);
  await page.keyboard.press("h");
  const picker = page.getByRole("dialog", { name: "Remind me" });
  await picker.getByRole("textbox", { name: /Note/ }).fill("Ask for the volumes");
  await picker.getByRole("button", { name: /Tomorrow morning/ }).click();

  await expect(toastsOf(page)).toContainText("Reminder tomorrow 09:00");
  await expect(list.row(id)).toContainText("Ask for the volumes");
  await page.goto("/inbox?view=reminders");
  await expect(list.row(id)).toContainText("09:00");
});
