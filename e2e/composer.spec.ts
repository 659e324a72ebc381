import { expect, test } from "./fixtures";
import { composerOf, replyCard, startReply } from "./steps/composer";
import { CAMPAIGN, goToThread, openThread, threadOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

// Threads of the main job's campaign from the sixth on: the journey itself takes the first.

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a recipient is completed by keys, and who is new in the thread is said in words", async ({
  page,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 5);
  const another = await waitingThread(page, CAMPAIGN.mainJob, 9);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.root.getByRole("button", { name: "Cc", exact: true }).click();
  // Enter takes the word of an input method and ends no address.
  await composer.field("Cc").fill("にほん");
  await composer.field("Cc").dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  await expect(composer.field("Cc")).toHaveValue("にほん");
  await composer.field("Cc").fill("");
  await page.keyboard.type(another.contact.address.slice(0, -2));
  const option = page.getByRole("option").filter({ hasText: another.contact.address });
  await expect(option).toBeVisible();
  await expectAccessible();

  await page.keyboard.press("Escape");
  await expect(option).toBeHidden();
  await expect(composer.root).toBeVisible();
  await page.keyboard.press("Backspace");
  await expect(option).toBeVisible();
  for (let step = 0; (await option.getAttribute("aria-selected")) !== "true" && step < 8; step++)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  await expect(composer.root.getByRole("button", { name: `Remove ${another.contact.name}` })).toBeVisible();
  await expect(composer.root.getByText("first time in this thread")).toBeVisible();
  await expect(composer.field("Cc")).toBeFocused();

  const chip = composer.root.locator("[draggable]").filter({ hasText: another.contact.name });
  const kept = async () => {
    const content = (await openThread(page, thread.id)).draft?.content;
    return [content?.to.length, content?.cc.length];
  };
  await expect.poll(kept).toEqual([1, 1]);
  await chip.dragTo(composer.field("To"));
  await expect.poll(kept).toEqual([2, 0]);
  await chip.locator("[data-chip]").press("Alt+ArrowDown");
  await expect.poll(kept).toEqual([1, 1]);
  await expect(chip).toBeVisible();

  // Looked at and put aside: who was a recipient is one, and who is half typed besides.
  await chip.locator("[data-chip]").click();
  await expect(composer.field("Cc")).toHaveValue(new RegExp(another.contact.address));
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  await page.keyboard.press("r");
  await expect(chip).toBeVisible();
  await composer.field("Cc").fill("half@typed.example");
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  await page.keyboard.press("r");
  await expect(composer.root.getByRole("button", { name: "Remove half@typed.example" })).toBeVisible();
  await expect.poll(kept).toEqual([1, 2]);
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
  // The next journey begins in the same thread.
  await expect.poll(async () => (await openThread(page, thread.id)).draft).toBeNull();
});

test("a time in words is read on the lead's clock, and the reply is scheduled for that instant", async ({ page }) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 5);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Until");
  await composer.text.press("End");
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  const words = page.getByRole("textbox", { name: "Time in words" });
  await expect(words).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(composer.text).toBeFocused();
  expect(await composer.text.evaluate(caretOnReturn)).toBe("Until".length);
  await page.keyboard.type(" then.");
  await expect(composer.text).toHaveText("Until then.");
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect(words).toBeFocused();
  // What says no time takes none, not even the one that stood there.
  await page.keyboard.type("tomorrow or so");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("not a time yet")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Schedule reply/ })).toBeDisabled();
  await words.clear();
  await page.keyboard.type("in 3 business days at 9:10 their time");
  await expect(
    page
      .getByText(/^\w{3} \d+ \w{3}, 09:10 in/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");

  await expect(replyCard(page)).toHaveAttribute("data-state", "scheduled");
  const [planned] = (await threadOf(page, thread.id)).replies;
  const clock = new Date(planned!.dueAt).toLocaleString("en-GB", {
    timeZone: thread.lead!.timeZone!,
    hour: "2-digit",
    minute: "2-digit",
    weekday: "short",
  });
  expect(clock).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 09:10$/);
  expect(planned!.scheduledZone).toBe(thread.lead!.timeZone);
  await replyCard(page).getByRole("button", { name: "Cancel" }).click();
  await expect(replyCard(page)).toHaveCount(0);
  await expect(composer.text).toHaveText("Until then.");
});

test("a picture that is pasted stands in the text, and in the draft after the thread was left and the page loaded again", async ({
  page,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 6);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await page.keyboard.type("See: ");
  await composer.text.evaluate((text, pixel) => {
    const bytes = Uint8Array.from(atob(pixel), (char) => char.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "chart.png", { type: "image/png" }));
    text.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, PIXEL);
  const picture = composer.text.getByRole("img", { name: "chart.png" });
  await expect(picture).toBeVisible();
  await expect
    .poll(async () => (await openThread(page, thread.id)).draft?.content)
    .toMatchObject({ bodyHtml: expect.stringContaining("/api/uploads/"), attachments: [{ fileName: "chart.png" }] });

  await composer.text.press("End");
  await page.keyboard.type(" And");
  await page.keyboard.press("Escape");
  await expect(composer.root).toBeHidden();
  await page.keyboard.press("r");
  await expect(composer.text).toBeFocused();
  await page.keyboard.type(" more.");
  await expect(composer.saved).toBeVisible();
  await expect(composer.root.getByText("changed in another window")).toHaveCount(0);
  await page.locator(`[data-thread]:not([data-thread="${thread.id}"])`).first().click();
  await expect(page).not.toHaveURL(new RegExp(`/inbox/${thread.id}`));
  await expect(composer.root).toBeHidden();
  await page.goBack();
  await expect(composer.text).toContainText("And more.");

  await page.reload();
  await expect(picture).toBeVisible();
  await expect(composer.text).toContainText("See:");
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("a draft changed in two tabs is told, and keeping both loses neither's words", async ({ page, context }) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 7);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await composer.text.fill("Begun here.");
  await expect(composer.saved).toBeVisible();
  const tab = await context.newPage();
  await goToThread(tab, thread);
  const other = composerOf(tab);
  // What is written here is under way while the other tab saves: an idle tab would follow it.
  let letGo = () => {};
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/inbox/${thread.id}`, async (route) => {
    if (route.request().method() === "POST") await isOver;
    await route.fallback();
  });
  await page.bringToFront();
  await Promise.all([
    page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith(`/inbox/${thread.id}`)),
    composer.text.fill("Written in this tab."),
  ]);
  await tab.bringToFront();
  await other.text.fill("Written in the other tab.");
  await other.address("Cc", "kerem@customer.test");
  await expect.poll(async () => (await openThread(page, thread.id)).draft?.content.cc).toEqual(["kerem@customer.test"]);

  await page.bringToFront();
  letGo();
  await expect(composer.root.getByText(/changed in another window at \d\d:\d\d/)).toBeVisible();
  await composer.root.getByRole("button", { name: "Keep both" }).click();
  await expect(composer.text).toHaveText(/Written in this tab\..*Written in the other tab\./s);
  await expect(composer.root.getByRole("button", { name: "Remove kerem@customer.test" })).toBeVisible();
  await expect
    .poll(async () => (await openThread(page, thread.id)).draft?.content.bodyHtml)
    .toMatch(/Written in this tab\..*Written in the other tab\./s);
  await tab.close();
  await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
});

for (const { way, key } of [
  { way: "when they are saved", key: null },
  { way: "when they are sent as well", key: "ControlOrMeta+Enter" },
])
  test(`words without which another tab has sent the draft are a draft of their own, ${way}`, async ({
    page,
    context,
  }) => {
    const thread = await waitingThread(page, CAMPAIGN.mainJob, key ? 15 : 16);
    await goToThread(page, thread);
    const composer = await startReply(page);
    await composer.text.fill("Begun.");
    await expect(composer.saved).toBeVisible();
    const tab = await context.newPage();
    await goToThread(tab, thread);
    await expect(composerOf(tab).text).toHaveText("Begun.");
    await composerOf(tab).send.click();
    await expect(replyCard(tab)).toContainText("Begun.");

    await page.bringToFront();
    await composer.text.press("End");
    await page.keyboard.type(" And this.");
    if (key) await page.keyboard.press(key);
    await expect(page.getByText("What stood here is a draft of its own now.").first()).toBeVisible();
    await expect(composer.text).toHaveText("Begun. And this.");
    const kept = async () => (await openThread(page, thread.id)).draft?.content.bodyHtml;
    await expect.poll(kept).toContain("And this.");
    expect((await openThread(page, thread.id)).thread.replies.map(({ id }) => id)).toHaveLength(1);
    await composer.root.getByRole("button", { name: "Throw the draft away" }).click();
    await expect.poll(kept).toBeUndefined();
    await tab.getByRole("button", { name: /^Undo/ }).first().click();
    await tab.close();
  });

/** Where the caret stands in its line once the focus has come back to the text. */
function caretOnReturn(text: HTMLElement): number | undefined {
  const elsewhere = document.body.appendChild(document.createElement("input"));
  elsewhere.focus();
  elsewhere.setSelectionRange(0, 0);
  text.focus();
  elsewhere.remove();
  return window.getSelection()?.anchorOffset;
}
