import { expect, type BrowserContext, type Page } from "@playwright/test";
import type { ThreadView } from "@/lib/domain/thread-view";
import { composerOf } from "./composer";
import { openThread } from "./threads";

/** A tab of the browser, the thread that stands in it, those that it has read, and whether it has the editor already. */
export type Tab = { page: Page; thread: ThreadView; visited: Set<number>; hasEditor: boolean };

/** Opens a thread by its address, in a new tab or in one that is there. */
export async function openTab(context: BrowserContext, thread: ThreadView, page?: Page): Promise<Tab> {
  const there = page ?? (await context.newPage());
  await there.goto(`/inbox/${thread.id}?view=all`, { waitUntil: "commit" });
  await isShown(there, thread);
  return { page: there, thread, visited: new Set([thread.id]), hasEditor: false };
}

/** Loads the page again without waiting for anything that is on its way. */
export async function reload(tab: Tab): Promise<void> {
  await tab.page.reload({ waitUntil: "commit" });
  Object.assign(tab, { visited: new Set([tab.thread.id]), hasEditor: false });
  await isShown(tab.page, tab.thread);
}

/** Goes to another thread by its row in the list. */
export async function switchTo(tab: Tab, thread: ThreadView): Promise<void> {
  await tab.page.locator(`[data-thread="${thread.id}"]`).click();
  await isShown(tab.page, thread);
  tab.thread = thread;
  tab.visited.add(thread.id);
}

/** Writes a word at the text's end, as somebody who sees it appear, in a reply that is begun when there is none. */
export async function write(tab: Tab, word: string): Promise<void> {
  const { page, thread } = tab;
  const { text } = composerOf(page);
  const opener = page.getByRole("button", { name: /^Reply(?! to)/ });
  await expect(async () => {
    if (await opener.isVisible()) await opener.click({ timeout: 1_000 });
    await expect(text).toBeVisible({ timeout: 2_000 });
  }, `a composer in thread ${thread.id}`).toPass();
  await text.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(` ${word}`);
  await expect(text).toContainText(word);
  tab.hasEditor = true;
}

/** The two versions beside each other, where the draft was changed in another window. */
export const versionsIn = ({ page }: Tab) => page.getByRole("region", { name: "Both versions" });

/** Waits until the server has a word, or the tab says why it was not taken. @returns whether it was taken */
export async function isTaken(tab: Tab, word: string): Promise<boolean> {
  const stands = async () =>
    (await openThread(tab.page, tab.thread.id)).draft?.content.bodyHtml.includes(word) === true;
  const isApart = () => versionsIn(tab).isVisible();
  await expect
    .poll(async () => (await stands()) || (await isApart()), { message: `${word} is kept`, timeout: 45_000 })
    .toBe(true);
  return stands();
}

/** Every word that a person sees of the draft: in the text, and in the versions beside each other. */
export async function wordsIn(tab: Tab): Promise<string[]> {
  const { text } = composerOf(tab.page);
  const shown = [...(await text.allInnerTexts()), ...(await versionsIn(tab).allInnerTexts())].join("\n");
  return [...new Set(shown.match(/\bw\d+n\d+\b/g))];
}

async function isShown(page: Page, { messages }: ThreadView): Promise<void> {
  await expect(page.locator(`article[data-message="${messages.at(-1)!.id}"]`)).toBeVisible();
}
