import { expect, type Locator, type Page } from "@playwright/test";

/** A thread's row in the list, by a part of its subject. */
export const rowOf = (page: Page, subject: string): Locator =>
  page.locator("[data-thread]").filter({ hasText: subject });

export const threadPane = (page: Page): Locator => page.getByRole("region", { name: "Thread", exact: true });
export const messagesOf = (page: Page): Locator => page.locator("article[data-message]");
export const composerOf = (page: Page): Locator => page.getByRole("region", { name: "Reply", exact: true });
/** The recipients in To, Cc or Bcc, by the names that their chips show. */
export const chipsOf = (page: Page, field: "To" | "Cc" | "Bcc"): Locator =>
  composerOf(page)
    .locator("div.group")
    .filter({ has: page.getByLabel(field, { exact: true }) })
    .locator("[data-chip]");

export async function openThread(page: Page, subject: string): Promise<void> {
  await rowOf(page, subject).first().click();
  await page.waitForURL(/\/inbox\/\d+/);
  await expect(threadPane(page).getByRole("heading", { name: subject })).toContainText(subject);
}

type Written = {
  text: string;
  cc?: string;
  bcc?: string;
  files?: { name: string; mimeType: string; buffer: Buffer }[];
};

/** Writes in the composer that is opened by "Reply" or "Reply to all", and leaves it unsent. */
export async function writeReply(page: Page, { text, cc, bcc, files = [] }: Written): Promise<void> {
  if (!(await composerOf(page).isVisible()))
    await page
      .getByRole("button", { name: /^Reply/ })
      .first()
      .click();
  const composer = composerOf(page);
  const words = composer.getByRole("textbox", { name: "Text of the reply" });
  await words.click();
  await words.pressSequentially(text);
  for (const [field, address] of [
    ["Cc", cc],
    ["Bcc", bcc],
  ] as const) {
    if (!address) continue;
    await composer.getByRole("button", { name: field, exact: true }).click();
    await composer.getByLabel(field, { exact: true }).fill(address);
    await composer.getByLabel(field, { exact: true }).press("Enter");
  }
  if (files.length === 0) return;
  await composer.locator("input[type=file]").first().setInputFiles(files);
  const list = composer.getByRole("list", { name: "Files" });
  for (const { name } of files) await expect(list.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
}

export async function send(page: Page): Promise<void> {
  await composerOf(page).getByRole("button", { name: "Send now" }).click();
  await expect(composerOf(page)).toBeHidden();
}
