import { expect, type Locator, type Page } from "@playwright/test";

/** Keys alone. After each press the focus must be somewhere, and be seen there. */
export function keyboardOf(page: Page) {
  const expectFocusInSight = () =>
    expect.poll(() => page.evaluate(focusInSight), "where the focus is").toBe("in sight");
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await expectFocusInSight();
  };
  const walkTo = async (target: Locator, key: string, limit: number) => {
    for (let step = 0; step < limit; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    await expect(target).toBeFocused({ timeout: 1 });
  };
  return {
    expectFocusInSight,
    press,
    type: (text: string) => page.keyboard.type(text),
    tabTo: (target: Locator, key: "Tab" | "Shift+Tab" = "Tab") => walkTo(target, key, 40),
    /** Within a bar of tools, which is one tab stop. */
    arrowTo: (target: Locator) => walkTo(target, "ArrowRight", 20),
    /** A key of the page; one that has just come hears nothing yet. */
    async pressUntilFocused(key: string, target: Locator) {
      await expect(async () => {
        await page.keyboard.press(key);
        await expect(target).toBeFocused({ timeout: 1_000 });
      }).toPass();
    },
  };
}

/** Where one types the caret shows the place; everywhere else it is an outline, on the element or on what stands for it. */
function focusInSight(): string {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "on the page itself";
  const name = `${focused.tagName.toLowerCase()} ${focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 40)}`;
  const { width, height } = focused.getBoundingClientRect();
  if (width === 0 || height === 0) return `hidden: ${name}`;
  if (focused.matches("input:not([type=checkbox], [type=radio]), textarea, [contenteditable=true]")) return "in sight";
  for (
    let element: Element | null = focused, depth = 0;
    element && depth < 3;
    element = element.parentElement, depth++
  ) {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) return "in sight";
  }
  return `without an outline: ${name}`;
}
