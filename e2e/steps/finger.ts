import type { Page } from "@playwright/test";

type Point = { x: number; y: number };

/** One finger, step by step. */
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    down: (at: Point) => touch("touchStart", at),
    /** In ten steps, as a hand goes. */
    move: async (from: Point, to: Point) => {
      for (let step = 1; step <= 10; step++)
        await touch("touchMove", {
          x: from.x + ((to.x - from.x) * step) / 10,
          y: from.y + ((to.y - from.y) * step) / 10,
        });
    },
    up: () => touch("touchEnd"),
  };
}
