import { expect, type Locator, type Page } from "@playwright/test";

/** The dialog in which follow-ups are written, and what a thread shows of those that are planned. */
export function followUpsOf(page: Page) {
  const root = page.getByRole("dialog", { name: /^Follow-ups for/ });
  const step = (number: number): Locator => root.getByRole("listitem", { name: new RegExp(`^Step ${number} of`) });
  return {
    root,
    step,
    template: (number: number): Locator => step(number).getByLabel("Template"),
    /** When a step leaves, on both clocks. */
    time: (number: number): Locator => step(number).locator("[data-step-time]"),
    line: page.getByRole("article", { name: "Follow-ups" }),
  };
}

/** A template of one's own, written in the settings. */
export async function writeTemplate(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/settings/templates");
  const open = page.getByRole("button", { name: "New template" });
  await open.click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Text" }).click();
  await page.keyboard.type(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator("[data-template]", { hasText: name }).waitFor();
}

/** Plans two follow-ups in the open thread, with these texts and the usual waits. */
export async function planTwoSteps(page: Page, texts: [string, string]): Promise<void> {
  const { root, step, line } = followUpsOf(page);
  // A page that has just come hears no key yet.
  await expect(async () => {
    await page.keyboard.press("Shift+F");
    await expect(root).toBeVisible({ timeout: 3_000 });
  }).toPass();
  for (const [index, text] of texts.entries()) {
    if (index > 0) await root.getByRole("button", { name: "Add a step" }).click();
    await step(index + 1)
      .getByRole("button", { name: "Write a text" })
      .click();
    await expect(step(index + 1).getByRole("textbox", { name: "Text of the follow-up" })).toBeFocused();
    await page.keyboard.type(text);
  }
  await root.getByRole("button", { name: "Plan 2 steps" }).click();
  await expect(line).toContainText("if no reply");
}
