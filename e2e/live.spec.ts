import { expect, test, watchConsole } from "./fixtures";
import { answerByApi, expectFiguresOf, wantNotifications, watchNotifications } from "./steps/live";
import { messagesOf } from "./steps/inbox";
import { CAMPAIGN, goToThread, threadOf, waitingThread } from "./steps/threads";
import { goToList, listOf, toastsOf } from "./steps/triage";

test.use({ role: "sdr" });

const PATH = `/inbox?campaign=${CAMPAIGN.live}`;

test("what a colleague has done leaves list, figures and title in another browser, and comes back when it is undone", async ({
  page,
  browser,
  stateOf,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.live, 4);
  const colleague = await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! });
  const theirs = await colleague.newPage();
  const theirErrors = watchConsole(theirs);
  await page.goto(PATH);
  await listOf(page).row(thread.id).waitFor();
  await expectFiguresOf(page, CAMPAIGN.live);

  await goToList(theirs, PATH, thread.id);
  await theirs.keyboard.press("e");
  await expect(listOf(page).row(thread.id)).toBeHidden();
  await expectFiguresOf(page, CAMPAIGN.live);

  await theirs.keyboard.press("z");
  await expect(listOf(page).row(thread.id)).toBeVisible();
  await expectFiguresOf(page, CAMPAIGN.live);
  expect(theirErrors).toEqual([]);
  await colleague.close();
});

test("a lead's answer comes into list, figures, title and the open thread by itself, and is told of on the desktop", async ({
  page,
  browser,
  stateOf,
}) => {
  const baseURL = process.env.E2E_URL!;
  const thread = await waitingThread(page, CAMPAIGN.live, 5);
  const lead = `${thread.lead!.firstName} ${thread.lead!.lastName}`.trim();
  const away = await browser.newContext({ storageState: await stateOf("manager"), baseURL });
  const theirs = await away.newPage();
  const theirErrors = watchConsole(theirs);
  const shown = await watchNotifications(theirs);
  const wish = await wantNotifications(theirs);

  await goToThread(page, thread, `?campaign=${CAMPAIGN.live}`);
  const before = await messagesOf(page).count();
  await answerByApi(page, baseURL, thread);

  await expect(messagesOf(page)).toHaveCount(before + 2, { timeout: 30_000 });
  await expect(listOf(page).row(thread.id)).toBeVisible();
  await expectFiguresOf(page, CAMPAIGN.live);
  await expect.poll(shown, { timeout: 10_000 }).toContainEqual(expect.objectContaining({ title: lead }));

  await wish.click();
  await expect(wish).not.toBeChecked();
  expect(theirErrors).toEqual([]);
  await away.close();
});

test("a thread whose newest answer was not seen yet is left where it is, and opened from what says so", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.live, 6);
  const lead = `${thread.lead!.firstName} ${thread.lead!.lastName}`.trim();
  // What happens meanwhile is told to nobody.
  await page.route("**/api/events*", () => undefined);
  await goToList(page, PATH, thread.id);
  await answerByApi(page, process.env.E2E_URL!, thread);
  const countOf = async () => (await threadOf(page, thread.id)).messages.length;
  await expect.poll(countOf, { timeout: 30_000 }).toBe(thread.messages.length + 2);

  await page.keyboard.press("e");
  const told = toastsOf(page).filter({ hasText: `${lead} has answered meanwhile` });
  const opens = told.getByRole("button", { name: "Open", exact: true });
  // The key of undo is none for it: nothing was done.
  await expect(opens).not.toHaveAttribute("aria-keyshortcuts");
  await opens.click();

  await expect(page).toHaveURL(new RegExp(`/inbox/${thread.id}`));
  const { messages, isArchived } = await threadOf(page, thread.id);
  await expect(page.locator(`[data-message="${messages.at(-1)!.id}"]`)).toBeVisible();
  expect(isArchived).toBe(false);
});

test.describe("without a network", () => {
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK/ });

  test("the list says so and keeps what it has; what was missed is there when the network is", async ({
    page,
    context,
    browser,
    stateOf,
  }) => {
    const thread = await waitingThread(page, CAMPAIGN.live, 6);
    const colleague = await browser.newContext({
      storageState: await stateOf("manager"),
      baseURL: process.env.E2E_URL!,
    });
    const theirs = await colleague.newPage();
    await page.goto(PATH);
    await listOf(page).row(thread.id).waitFor();

    await context.setOffline(true);
    await expect(page.getByText(/^Offline since \d\d:\d\d\.$/)).toBeVisible();
    await goToList(theirs, PATH, thread.id);
    await theirs.keyboard.press("e");
    await expect(listOf(theirs).row(thread.id)).toBeHidden();
    await expect(listOf(page).row(thread.id)).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByText(/^Offline since/)).toBeHidden();
    await expect(listOf(page).row(thread.id)).toBeHidden();
    await theirs.keyboard.press("z");
    await expect(listOf(page).row(thread.id)).toBeVisible();
    await colleague.close();
  });
});
