import { expect, type Browser, type Page } from "@playwright/test";
import { watchConsole } from "../fixtures";

export type Newcomer = { name: string; email: string; role: "client" | "sdr" };

const PASSWORD = "a-password-for-journeys";

/** Invites somebody, who joins by the link in a browser of their own. Its console is watched. */
export async function join(admin: Page, browser: Browser, { name, email, role }: Newcomer) {
  await admin.goto("/settings/team");
  const form = admin.getByRole("dialog");
  await pressUntil(admin, "Invite", () => expect(form).toBeVisible({ timeout: 1_000 }));
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Role").selectOption(role);
  await form.getByLabel("Tell them by").selectOption("");
  await form.getByRole("button", { name: "Invite" }).click();
  const link = await admin.getByLabel(`Link for ${email}`).inputValue();
  const context = await browser.newContext({ baseURL: process.env.E2E_URL! });
  const page = await context.newPage();
  const errors = watchConsole(page);
  await page.goto(link);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.waitForURL(/\/inbox/u);
  return { page, errors, close: () => context.close() };
}

/** Opens one campaign or client to a member, and nothing else. */
export async function narrowTo(admin: Page, name: string, { kind, choice }: { kind: string; choice: string }) {
  await admin.goto("/settings/team");
  const form = admin.getByRole("dialog", { name: `What ${name} sees` });
  await pressUntil(admin, `Change what ${name} sees`, () => expect(form).toBeVisible({ timeout: 1_000 }));
  const some = form.getByRole("radio", { name: "Only what is ticked" });
  if (await some.isVisible()) await some.check();
  await form.getByRole("group", { name: kind }).getByRole("checkbox", { name: choice, exact: true }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
}

export async function deactivate(admin: Page, name: string): Promise<void> {
  await admin.goto("/settings/team");
  const confirm = admin.getByRole("button", { name: `Deactivate ${name}` });
  const ask = admin.getByRole("row", { name }).getByRole("button", { name: "Deactivate" });
  await expect(async () => {
    if (!(await confirm.isVisible())) await ask.click({ timeout: 2_000 });
    await expect(confirm).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await confirm.click();
  await expect(confirm).toBeHidden();
}

/** A page that has just come hears no press yet. */
export const pressUntil = (page: Page, name: string, isHeard: () => Promise<void>): Promise<void> =>
  expect(async () => {
    await page.getByRole("button", { name, exact: true }).first().click({ timeout: 2_000 });
    await isHeard();
  }).toPass();
