import { expect, type Locator, type Page } from "@playwright/test";

/** The open composer and what a person does in it. */
export function composerOf(page: Page) {
  const root = page.locator("[data-composer]");
  const field = (name: "To" | "Cc" | "Bcc") => root.getByRole("combobox", { name, exact: true });
  return {
    root,
    field,
    text: root.getByRole("textbox", { name: "Text of the reply" }),
    send: root.getByRole("button", { name: /^Send (?!now instead)/ }),
    saved: root.getByText(/^Saved/).filter({ visible: true }),
    files: root.getByRole("list", { name: "Files" }),
    signature: root.getByRole("switch", { name: "Signature" }),
    tool: (name: string): Locator => root.getByRole("toolbar").getByRole("button", { name }),
    /** Writes an address as somebody would, with the comma that ends it. */
    async address(name: "To" | "Cc" | "Bcc", address: string) {
      const opener = root.getByRole("button", { name, exact: true });
      if (name !== "To" && (await opener.isVisible())) await opener.click();
      await field(name).click();
      await page.keyboard.type(`${address},`);
    },
    async attach(...files: { name: string; mimeType: string; buffer: Buffer }[]) {
      await root.locator('input[type="file"]').first().setInputFiles(files);
      for (const { name } of files) await expect(root.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
    },
  };
}

/** Opens the composer from the thread's foot. */
export async function startReply(page: Page, mode: "Reply" | "Reply to all" = "Reply") {
  const opener = page.getByRole("button", { name: new RegExp(`^${mode}(?! to)`) });
  const composer = composerOf(page);
  // A page that has just come hears no press yet.
  await expect(async () => {
    if (await opener.isVisible()) await opener.click({ timeout: 1_000 });
    await expect(composer.root).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(composer.text).toBeFocused();
  return composer;
}

/**
 * Presses Send twice in one moment, before anything can be drawn. @returns how often the page has asked the server by the end of it:
 * what waits for a drawing or a timer is not counted
 */
export const pressSendTwice = (page: Page): Promise<number> =>
  composerOf(page).send.evaluate(async (button: HTMLElement) => {
    const former = Object.getOwnPropertyDescriptor(window, "fetch")!;
    const fetch = window.fetch.bind(window);
    let asked = 0;
    window.fetch = (...request) => {
      asked++;
      return fetch(...request);
    };
    button.click();
    button.click();
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    Object.defineProperty(window, "fetch", former);
    return asked;
  });

/** The card of a reply that is on its way, or never left. */
export const replyCard = (page: Page, state?: string): Locator =>
  page.locator(state ? `[data-reply][data-state="${state}"]` : "[data-reply]");

/** Sends what is written and lets it go at once: that it is held for undo is what other journeys are about. */
export async function sendAtOnce(page: Page): Promise<void> {
  const { root, send } = composerOf(page);
  await send.click();
  await replyCard(page, "undo").getByRole("button", { name: "Send now" }).click();
  await expect(root).toBeHidden();
}
