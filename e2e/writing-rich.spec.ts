import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";
import { CLIPBOARDS } from "./steps/clipboards";
import { sendAtOnce, startReply } from "./steps/composer";
import { deliveriesOf } from "./steps/deliveries";
import { CAMPAIGN, goToThread, threadOf, waitingThread } from "./steps/threads";

test.use({ role: "sdr" });

type Shown = HTMLElement & { editor: { getHTML: () => string; commands: { clearContent: (tell: boolean) => void } } };

/** A paste as the browser hands it to the page. */
const paste = (text: Locator, { html = "", text: plain }: { html?: string; text: string }) =>
  text.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      if (data.html) clipboardData.setData("text/html", data.html);
      clipboardData.setData("text/plain", data.plain);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, plain },
  );

test("what other programs put on the clipboard comes out clean, and nothing of it is loaded", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await goToThread(page, await waitingThread(page, CAMPAIGN.mainJob, 11));
  const { text, root } = await startReply(page);

  for (const clipboard of CLIPBOARDS) {
    await text.evaluate((element) => (element as Shown).editor.commands.clearContent(true));
    await paste(text, clipboard);
    expect(await text.evaluate((element) => (element as Shown).editor.getHTML()), clipboard.name).toBe(clipboard.clean);
  }

  expect(asked.filter((url) => /(?:track|pics)\.test/.test(url))).toEqual([]);
  await root.getByRole("button", { name: "Throw the draft away" }).click();
});

test("a rich reply is written by keys, looked at as it will be read, and arrives as it was written", async ({
  page,
  request,
  expectAccessible,
}) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 12);
  await goToThread(page, thread);
  const composer = await startReply(page);
  const { keyboard } = page;

  await keyboard.type("## The plan\n");
  await keyboard.type("With **care** and :rocket");
  await expect(page.getByRole("option", { name: "rocket" })).toBeVisible();
  await keyboard.press("Enter");
  await keyboard.type("\n[ ] measure\ncall\n");
  await keyboard.press("Enter");
  const address = page.getByRole("textbox", { name: "Address of the link" });
  await keyboard.type("See it");
  await keyboard.press("Shift+ControlOrMeta+ArrowLeft");
  await keyboard.press("ControlOrMeta+k");
  await address.fill("wattlark.test/plan");
  await keyboard.press("Enter");
  await expect(composer.text).toBeFocused();
  await expect(page.getByRole("link", { name: "Open https://wattlark.test/plan" })).toBeVisible();
  await keyboard.press("ControlOrMeta+k");
  await address.fill("wattlark.test/plan-b");
  await keyboard.press("Enter");
  await expect(composer.text).toBeFocused();
  await keyboard.type(" now");
  await keyboard.press("End");
  await keyboard.press("Enter");

  await composer.tool("More tools").click();
  await page.getByRole("button", { name: "Put in a table" }).click();
  await expect(composer.text.getByRole("columnheader")).toHaveCount(3);
  await expect(composer.text).toBeFocused();
  for (const word of ["Hall", "kW", "Note", "A", "41", "by night"]) {
    await keyboard.type(word);
    await keyboard.press("Tab");
  }
  await expect(composer.text.getByRole("columnheader", { name: "Hall" })).toBeVisible();
  // Tab leads through the cells; another key leads to the table's tools.
  await keyboard.press("Alt+F10");
  await keyboard.press("Enter");
  await page.getByRole("button", { name: "Table", exact: true }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove the row" }).press("Enter");
  await expect(composer.text.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("dialog", { name: "More tools" })).toBeHidden();
  await expect(composer.text).toBeFocused();
  await expectAccessible();

  await composer.tool("Preview").click();
  const dialog = page.getByRole("dialog", { name: "As it will be read" });
  await expect(dialog.getByText(thread.subject).first()).toBeVisible();
  const frame = dialog.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "The plan" })).toBeVisible();
  await expect(frame.getByText("☐ measure")).toBeVisible();
  await expectAccessible();
  await dialog.getByRole("tab", { name: "Dark" }).click();
  await expect(frame.locator("html[data-theme=dark]")).toHaveCount(1);
  await expect(frame.getByRole("heading", { name: "The plan" })).toBeVisible();
  await dialog.getByRole("tab", { name: "Text" }).click();
  await expect(dialog.getByText(/Hall \| kW \| Note\nA \| 41 \| by night/)).toBeVisible();
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
  await expectAccessible("colours");
  await page.evaluate(() => (document.documentElement.dataset["theme"] = "light"));
  await dialog.getByRole("button", { name: "Close" }).click();

  await sendAtOnce(page);
  await expect
    .poll(async () => (await threadOf(page, thread.id)).messages.length, { timeout: 30_000 })
    .toBeGreaterThan(thread.messages.length);
  const ours = (await threadOf(page, thread.id)).messages.filter(({ direction }) => direction === "out").at(-1)!;
  const [delivery] = await deliveriesOf(request, ours.messageId);
  const { html, text } = delivery!.mail;
  expect(html).toMatch(/<h2 style="font-size:18px;line-height:24px">The plan<\/h2>/);
  expect(html).toContain("<strong>care</strong> and 🚀");
  expect(html).toMatch(/<ul style="list-style:none;padding-left:4px"><li>☐ measure<\/li><li>☐ call<\/li><\/ul>/);
  expect(html).toContain('See <a href="https://wattlark.test/plan-b">it</a> now');
  expect(html).toMatch(/<th style="border:1px solid #b9bbb4[^"]*">Hall<\/th>/);
  expect(html).not.toMatch(/data-type|class="(?!gmail)/);
  expect(text).toContain("☐ measure\n☐ call");
  expect(text).toContain("Hall | kW | Note\nA | 41 | by night");
});

test("in plain text the formatting goes after a warning, and text alone arrives", async ({ page, request }) => {
  const thread = await waitingThread(page, CAMPAIGN.mainJob, 13);
  await goToThread(page, thread);
  const composer = await startReply(page);
  await page.keyboard.type("Hello **Ana**,\n- one\n");
  await composer.tool("Plain text").click();
  const warning = page.getByRole("dialog", { name: "Go on in plain text?" });
  await expect(warning.getByRole("button", { name: "Keep the formatting" })).toBeFocused();
  await warning.getByRole("button", { name: "Plain text" }).click();
  await expect(composer.tool("Plain text")).toHaveAttribute("aria-pressed", "true");
  await expect(composer.text).toBeFocused();
  await expect(composer.text).toHaveText(/Hello Ana,\s*- one/);
  await expect(composer.tool("Bold")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\n  two **stars**");
  await sendAtOnce(page);
  await expect
    .poll(async () => (await threadOf(page, thread.id)).messages.length, { timeout: 30_000 })
    .toBeGreaterThan(thread.messages.length);

  const ours = (await threadOf(page, thread.id)).messages.filter(({ direction }) => direction === "out").at(-1)!;
  const [delivery] = await deliveriesOf(request, ours.messageId);
  expect(delivery!.mail.html).toBe("");
  expect(delivery!.headers).toContain("Content-Type: text/plain; charset=utf-8");
  expect(delivery!.mail.text).toMatch(/^Hello Ana,\n\n- one\n[^]*  two \*\*stars\*\*\n/);
});

test("the bubble of a link goes with it when it is scrolled out of the text, and comes back", async ({ page }) => {
  await goToThread(page, await waitingThread(page, CAMPAIGN.mainJob, 15));
  const composer = await startReply(page);
  const bubble = page.getByRole("dialog", { name: "Link", exact: true });
  await paste(composer.text, {
    html: `<p><a href="https://wattlark.test/sundays">sundays</a></p>${"<p>a line</p>".repeat(60)}`,
    text: "sundays",
  });
  await composer.text.getByRole("link", { name: "sundays" }).click();
  await expect(bubble).toBeVisible();

  await composer.text.getByText("a line").last().scrollIntoViewIfNeeded();
  await expect(composer.text.getByRole("link", { name: "sundays" })).not.toBeInViewport();
  await expect(bubble).toBeHidden();
  await composer.text.getByRole("link", { name: "sundays" }).scrollIntoViewIfNeeded();
  await expect(bubble).toBeVisible();
});
