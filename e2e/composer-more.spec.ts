import { expect, test, watchConsole } from "./fixtures";
import { composerOf, replyCard, sendAtOnce, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, openThread, threadOf, threadWith, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

const SHEET = { name: "loads.csv", mimeType: "text/csv", buffer: Buffer.from("hall;kW\nA;41\n") };

test("a message is forwarded with the files that are chosen, and the thread still waits for an answer", async ({
  page,
  expectAccessible,
}) => {
  const hasFile = ({ messages, smartlead, isAwaitingAnswer }: Awaited<ReturnType<typeof threadOf>>) =>
    !smartlead && isAwaitingAnswer && messages.at(-1)!.attachments.some(({ isInline }) => !isInline);
  // Nobody else writes there: what another journey has begun in it would be forwarded at the time that was chosen for that.
  const among = { campaign: CAMPAIGN.foreign };
  const thread = await threadWith(page, among, hasFile, { isLikely: (row) => row.hasAttachments && !row.draft });
  await goToThread(page, thread);
  await page.keyboard.press("f");
  const composer = composerOf(page);
  await expect(composer.root).toHaveAccessibleName("Forward");
  await expect(composer.field("To")).toBeFocused();
  const files = composer.root.getByRole("list", { name: "Files of the message" });
  const first = files.getByRole("checkbox").first();
  await expect(first).toBeChecked();
  await first.click();
  await expect(first).not.toBeChecked();
  await first.click();
  await expect(first).toBeChecked();
  await composer.address("To", "kim@partner.test");
  await expectAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible("colours");
  await page.emulateMedia({ colorScheme: "light" });
  await composer.text.fill("What do you think?");
  await sendAtOnce(page);

  const forwardIn = ({ messages }: typeof thread) =>
    messages.find(({ to }) => to.some(({ address }) => address === "kim@partner.test"));
  // Others may write in this thread meanwhile.
  await expect
    .poll(async () => forwardIn(await threadOf(page, thread.id)) !== undefined, { timeout: 30_000 })
    .toBe(true);
  const sent = await threadOf(page, thread.id);
  const forward = forwardIn(sent)!;
  expect(forward.subject).toMatch(/^Fwd: /);
  expect(forward.attachments.some(({ isInline }) => !isInline)).toBe(true);
  expect(forward.text).toContain("Forwarded message");
  expect(sent.isAwaitingAnswer).toBe(true);
  await expect(page.locator(`article[data-message="${forward.id}"]`)).toContainText("forwarded");
});

test("a draft is handed to a teammate, who is told at once and finds it in the thread with the word about it", async ({
  page,
  browser,
  stateOf,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 11);
  const colleague = await browser.newContext({ storageState: await stateOf("manager"), baseURL: process.env.E2E_URL! });
  const theirs = await colleague.newPage();
  const theirErrors = watchConsole(theirs);
  const manager = (await (await theirs.request.get("/api/auth/session")).json()) as { user: { name: string } };
  await theirs.goto("/inbox");
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("The price is not checked yet.");
  await expect(composer.saved).toBeVisible();
  await composer.root.getByRole("button", { name: "More ways to send" }).click();
  await page.getByRole("menuitem", { name: "Hand to…" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand the draft over" });
  await dialog.getByLabel("To").selectOption({ label: manager.user.name });
  await dialog.getByLabel("A word about it").fill("Please check the price.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(composer.root).toBeHidden();
  await expect(page.getByText(`You handed the draft to ${manager.user.name}`)).toBeVisible();
  expect((await openThread(page, thread.id)).draft).toBeNull();

  await expect(theirs.getByText(/has handed you a draft/).first()).toBeVisible();
  await theirs.goto(`/inbox/${thread.id}`);
  const opened = composerOf(theirs);
  await expect(opened.text).toContainText("The price is not checked yet.");
  await expect(opened.root.getByText(/^Handed over by .*: Please check the price\.$/)).toBeVisible();
  await opened.root.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(opened.root).toBeHidden();
  expect(theirErrors).toEqual([]);
  await colleague.close();
});

test("who promises a file and has none is asked, and one key sends and wants the thread back if nobody answers", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 12);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("The plan is attached.");
  await page.keyboard.press("ControlOrMeta+Shift+H");
  const question = page.getByRole("dialog", { name: "Send without a file?" });
  await expect(question).toContainText("attached");
  await expect(question.getByRole("button", { name: "Back to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await composer.text.press("ControlOrMeta+Shift+H");
  await question.getByRole("button", { name: "Send without a file" }).click();
  await expect(page.getByText(/You are reminded .* if nobody answers/).first()).toBeVisible();
  await expect(composer.root).toBeHidden();
  await page.keyboard.press("z");
  await expect(composer.text).toContainText("The plan is attached.");

  await composer.text.fill("The plan follows tomorrow.");
  await page.keyboard.press("ControlOrMeta+Shift+H");
  await expect(page.getByText(/You are reminded .* if nobody answers/).first()).toBeVisible();
  await expect(composer.root).toBeHidden();
  await page.keyboard.press("z");
  await expect(composer.text).toContainText("The plan follows tomorrow.");

  await page.keyboard.press("ControlOrMeta+Shift+E");
  await expect.poll(async () => (await threadOf(page, thread.id)).isArchived).toBe(true);
  await expect(page.getByText("The thread is done.")).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(`/inbox/${thread.id}`));
  await page.keyboard.press("z");
  await expect(page).toHaveURL(new RegExp(`/inbox/${thread.id}`));
  await expect(composer.text).toContainText("The plan follows tomorrow.");
  await expect(composer.text).toBeFocused();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test.describe("a connection that breaks", () => {
  test.use({ expectedErrors: /net::ERR_FAILED/ });

  test("a file that is cut off says what it waits for, and goes on where it stopped", async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.mainJob, 13);
    await goToThread(page, thread);
    const composer = await startReply(page);
    await page.keyboard.type("With the plan.");
    const large = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(2_500_000, "plan") };
    const offsets: string[] = [];
    let isAway = false;
    await page.route(/\/api\/uploads\/[^/]+\/parts/, (route) => {
      const offset = new URL(route.request().url()).searchParams.get("offset");
      if (offset !== null) offsets.push(offset);
      isAway ||= offsets.length === 2;
      return isAway ? route.abort() : route.continue();
    });
    await composer.root.locator('input[type="file"]').first().setInputFiles(large);
    await expect(composer.files).toContainText("waiting for the connection");
    await expect(composer.send).toBeDisabled();

    await page.unroute(/\/api\/uploads\/[^/]+\/parts/);
    await composer.files.getByRole("button", { name: "Retry" }).click();
    await expect(composer.files).toContainText("2.4 of 25 MB");
    await expect(composer.send).toBeEnabled();
    expect(offsets.slice(0, 2)).toEqual(["0", "1048576"]);
    await composer.attach(SHEET);
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    await expect(replyCard(page)).toHaveCount(0);
  });

  test("a file that did not arrive says so, holds Send back, and arrives when it is tried again", async ({ page }) => {
    const thread = await waitingThread(page, CAMPAIGN.mainJob, 14);
    await goToThread(page, thread);
    const composer = await startReply(page);
    await page.keyboard.type("With the loads.");
    await page.route("**/api/uploads/parts", (route) => route.abort());
    await composer.root.locator('input[type="file"]').first().setInputFiles(SHEET);
    const retry = composer.files.getByRole("button", { name: "Retry" });
    await expect(retry).toBeVisible();
    await expect(composer.root.getByText("1 file is missing")).toBeVisible();
    await expect(composer.send).toBeDisabled();

    await page.unroute("**/api/uploads/parts");
    await retry.click();
    await expect(composer.files).toContainText("13 B");
    await expect(composer.send).toBeEnabled();

    const discard = composer.root.getByRole("button", { name: "Throw the draft away" });
    const isWrite = (url: URL) => url.pathname === `/inbox/${thread.id}`;
    await page.route(isWrite, (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
    await discard.click();
    await expect(page.getByText("The server did not answer. Nothing was changed.").first()).toBeVisible();
    await expect(composer.text).toContainText("With the loads.");
    await expect(page.getByText("Draft thrown away")).toHaveCount(0);
    await page.unroute(isWrite);
    await discard.click();
    await expect(page.getByText("Draft thrown away").first()).toBeVisible();
    expect((await openThread(page, thread.id)).draft).toBeNull();
  });
});

test("a press on an address in a message writes to it, and an idle tab shows what the other one saves", async ({
  page,
  context,
}) => {
  const thread = await threadWith(page, { q: "wenden Sie sich" }, ({ messages, smartlead }) => {
    const newest = messages.at(-1)!;
    return !smartlead && newest.isAutomatic && !newest.hasHtml && newest.visibleText.includes("@");
  });
  await goToThread(page, thread);
  const link = page.locator("[data-mail-text] a[href^='mailto:']").last();
  const address = (await link.textContent())!;
  await link.click();
  const composer = composerOf(page);
  await expect(composer.text).toBeFocused();
  await expect(composer.root.getByText(address)).toBeVisible();
  await page.keyboard.type("Could you help us?");
  await expect(composer.saved).toBeVisible();

  const tab = await context.newPage();
  const errors = watchConsole(tab);
  await goToThread(tab, thread);
  const idle = composerOf(tab);
  await expect(idle.text).toHaveText("Could you help us?");
  await page.keyboard.type(" It is about the halls.");
  await expect(idle.text).toHaveText("Could you help us? It is about the halls.");
  await idle.text.press("ControlOrMeta+End");
  await tab.keyboard.type(" Thanks.");
  await expect(composer.text).toHaveText("Could you help us? It is about the halls. Thanks.");
  expect(errors).toEqual([]);
  await tab.close();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  await expect(composer.root).toBeHidden();
});
