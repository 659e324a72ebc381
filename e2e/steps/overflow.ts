import { expect, type Page } from "@playwright/test";

/** Nothing is there to scroll sideways for; and a page with the app's frame scrolls its panes, never itself. */
export async function expectFitting(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const isFramed = document.querySelector("[data-frame]") !== null;
    return {
      sideways: Math.max(0, scrollWidth - window.innerWidth),
      down: isFramed ? Math.max(0, scrollHeight - window.innerHeight) : 0,
    };
  });
  expect(beyond, `beyond the window ${where}`).toEqual({ sideways: 0, down: 0 });
}
