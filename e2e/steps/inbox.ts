import { expect, type Locator, type Page } from "@playwright/test";
import { composerOf, startReply } from "./composer";

/** A thread's row in the list, by a part of its subject. */
export const rowOf = (page: Page, subject: string): Locator =>
  page.locator("[data-thread]").filter({ hasText: subject });

export const threadPane = (page: Page): Locator => page.getByRole("region", { name: "Thread", exact: true });
export const messagesOf = (page: Page): Locator => page.locator("article[data-message]");

/** The recipients in To, Cc or Bcc, by the names that their chips show. */
export const chipsOf = (page: Page, name: "To" | "Cc" | "Bcc"): Locator =>
  composerOf(page)
    .root.locator("div.group")
    .filter({ has: page.getByRole("combobox", { name, exact: true }) })
    .locator("[data-chip]");

/** Presses a row of the list. */
export async function pressRow(page: Page, subject: string): Promise<void> {
  await rowOf(page, subject).first().click();
  await page.waitForURL(/\/inbox\/\d+/);
  await expect(threadPane(page).getByRole("heading", { name: subject })).toBeVisible();
}

/** Writes a reply and sends it at once. */
export async function answer(page: Page, text: string, mode: "Reply" | "Reply to all" = "Reply"): Promise<void> {
  const composer = await startReply(page, mode);
  await composer.text.pressSequentially(text);
  await send(page);
}

export async function send(page: Page): Promise<void> {
  const composer = composerOf(page);
  await composer.send.click();
  await expect(composer.root).toBeHidden();
}
