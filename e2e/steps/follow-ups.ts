import type { Locator, Page } from "@playwright/test";

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
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("[data-template]", { hasText: name }).waitFor();
}
