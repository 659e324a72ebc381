import { expect, test, watchConsole } from "./fixtures";
import { wantNotifications, watchNotifications } from "./steps/live";
import { waitingLeads } from "./steps/snooze";
import { goToThread, isAwake, threadOf } from "./steps/threads";
import { toastsOf } from "./steps/triage";

test.use({ role: "sdr", timezoneId: "UTC" });

const DAY_MS = 86_400_000;
/** The Tuesday after next: a day that no view calls today. */
const tuesday = () => {
  const today = new Date();
  return new Date(today.getTime() + (9 + ((7 - today.getUTCDay()) % 7)) * DAY_MS).toISOString().slice(0, 10);
};
const daysAfter = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

test("a task is changed in its place, stands on the calendar, is moved there by keys and handed over, which is told on the desktop", async ({
  page,
  browser,
  stateOf,
  expectAccessible,
}) => {
  test.slow();
  const { threads } = await waitingLeads(["Tarja"]);
  const thread = await threadOf(page, threads[0]!.id);
  const due = tuesday();
  const title = `Call the yard ${Date.now()}`;
  const boss = await browser.newContext({ storageState: await stateOf("admin"), baseURL: process.env.E2E_URL! });
  const theirs = await boss.newPage();
  const theirErrors = watchConsole(theirs);
  const shown = await watchNotifications(theirs);
  const wish = await wantNotifications(theirs);

  await goToThread(page, thread);
  await page.keyboard.press("Shift+T");
  const adding = page.getByRole("form", { name: "Add a task" });
  await expect(adding.getByLabel("What is to be done")).toBeFocused();
  await page.keyboard.type("Call the wharf");
  await adding.getByLabel("Due").fill(daysAfter(due, 1));
  await adding.getByRole("button", { name: "Add task" }).click();
  const panel = page.locator('[data-pane="lead"]');
  await panel.getByRole("button", { name: "Change: Call the wharf" }).click();
  const form = panel.getByRole("form", { name: "Change: Call the wharf" });
  await expect(form.getByLabel("What is to be done")).toBeFocused();
  await expectAccessible();
  await form.getByLabel("What is to be done").fill(title);
  await form.getByLabel("Due").fill(due);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("checkbox", { name: `Done: ${title}` })).toBeVisible();
  await expect(panel.getByRole("button", { name: `Change: ${title}` })).toBeFocused();

  const item = page.locator('[data-item^="task:"]').filter({ hasText: title });
  for (const view of ["day", "month", "agenda", "week"]) {
    await page.goto(`/schedule?view=${view}&date=${due}`);
    await isAwake(page, page.locator("[data-lane]"));
    await expect(item).toBeVisible();
  }
  await item.click();
  const words = page.getByRole("dialog", { name: thread.contact.name });
  await expect(words).toContainText("task of Ines Moreau");
  await expectAccessible();
  await words.getByRole("button", { name: "+1 day" }).click();
  const ownDays = async () =>
    ((await (await page.request.get("/api/tasks")).json()) as { title: string; dueOn: string }[])
      .filter((task) => task.title === title)
      .map(({ dueOn }) => dueOn);
  await expect.poll(ownDays).toEqual([daysAfter(due, 1)]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(ownDays).toEqual([due]);
  await item.focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(ownDays).toEqual([daysAfter(due, 2)]);
  await item.click();
  await words.getByRole("button", { name: "Open" }).click();
  await expect(page).toHaveURL(new RegExp(`open=${thread.id}`));

  await page.goto("/tasks");
  await isAwake(page, page.locator("[data-tasks]"));
  const line = page.getByRole("listitem").filter({ hasText: title });
  await line.getByRole("button", { name: `Change: ${title}` }).click();
  const giving = page.getByRole("form", { name: `Change: ${title}` });
  await expect(giving.getByRole("option", { name: "Dario Benn" })).toBeAttached();
  await giving.getByLabel("Who").selectOption({ label: "Dario Benn" });
  await giving.getByRole("button", { name: "Save" }).click();
  await expect(toastsOf(page)).toContainText(`Changed: ${title}`);
  await expect(line).toBeHidden();
  await expect
    .poll(shown, { timeout: 15_000 })
    .toContainEqual(expect.objectContaining({ title: `Ines Moreau gave you a task: ${title}` }));
  expect((await shown()).filter(({ title: said }) => said.includes(title))).toHaveLength(1);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: `Remove: ${title}` }).click();
  await expect(line).toBeHidden();
  await wish.click();
  await expect(wish).not.toBeChecked();
  expect(theirErrors).toEqual([]);
  await boss.close();
});
