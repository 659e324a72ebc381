import { expect, type Locator, type Page } from "@playwright/test";
import type { MailServers } from "@/lib/testing/mail-servers";
import { SAM } from "./office";

/** Fills the form of a new mailbox with the test's servers; no name service knows its domain, so that they are asked for. */
export async function fillMailboxForm(page: Page, { host, ports }: MailServers): Promise<void> {
  await page.getByLabel("E-mail address").fill(SAM.address);
  await page.getByLabel("Name shown").fill(SAM.name);
  for (const [title, port] of [
    ["Receiving (IMAP)", ports.imap],
    ["Sending (SMTP)", ports.submission],
  ] as const) {
    const side = page.getByRole("group", { name: title });
    await side.getByLabel("Server").fill(host);
    await side.getByLabel("Port").fill(String(port));
    await side.getByLabel("Security").selectOption("None");
  }
  await page.locator("[name=imapPassword]").fill(SAM.password);
}

/** Gives Sam's mailbox its signature, as HTML, on its settings page. */
export async function writeSignature(page: Page): Promise<void> {
  await openMailbox(page);
  await page.getByRole("link", { name: "Settings", exact: true }).last().click();
  await page.getByRole("button", { name: "Edit as HTML" }).click();
  await page.getByLabel("Signature").fill("<p><b>Sám Reed</b><br>Acme, Lisbon</p>");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** Types a new password where the way out has led: it holds for both servers. */
export async function typePassword(page: Page, password: string): Promise<void> {
  await expect(page.locator("[name=imapPassword]")).toBeFocused();
  await page.keyboard.type(password);
}

/** What says on every page that mailboxes have stopped. */
export const stoppedBadge = (page: Page): Locator =>
  page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: /mailbox(es)? ha(s|ve) stopped/ });

export async function openMailbox(page: Page): Promise<void> {
  await page.goto("/settings/mailboxes");
  await page.getByRole("main").getByRole("link", { name: SAM.address, exact: true }).click();
  await expect(page.getByRole("complementary", { name: SAM.address })).toBeVisible();
}

export async function disableMailbox(page: Page): Promise<void> {
  await openMailbox(page);
  await page.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("button", { name: /^Disable it/ }).click();
  await expect(page.getByText("Not read; its replies are held.").first()).toBeVisible();
}

/** Lets replies leave at once, without the hold in which they can be taken back. */
export async function holdNothing(page: Page): Promise<void> {
  await page.goto("/settings/profile");
  await page.getByLabel("Undo").selectOption("No hold, replies leave at once");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** @returns the secret of a new API key */
export async function makeKey(page: Page): Promise<string> {
  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Follow-ups");
  await page.getByRole("button", { name: "Make the key" }).click();
  const secret = await page.getByLabel("Secret of Follow-ups").inputValue();
  await page.getByRole("button", { name: "I have it" }).click();
  return secret;
}
