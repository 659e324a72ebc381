import { expect, test } from "vitest";
import { drawnHook } from "@/lib/testing/drawn-hook";
import { useSeenPart } from "./use-seen-part";

/** An element in a window of 768 px that a viewport tells of. */
async function drawnIn(told: { height: number; offsetTop: number; scale: number }) {
  const ref: { current: HTMLElement | null } = { current: null };
  const { does } = await drawnHook(() => {
    if (!ref.current) {
      ref.current = document.createElement("section");
      const viewport = Object.assign(new window.EventTarget(), told);
      Object.defineProperty(window, "visualViewport", { value: viewport });
    }
    return useSeenPart(ref);
  });
  const style = () => ref.current!.getAttribute("style") ?? "";
  const becomes = (next: Partial<typeof told>) =>
    does(() => {
      Object.assign(window.visualViewport!, next);
      window.visualViewport!.dispatchEvent(new window.Event("resize"));
    });
  return { style, becomes };
}

test("where nothing is hidden no style is touched, since everything below it would be drawn anew", async () => {
  const { style } = await drawnIn({ height: 768, offsetTop: 0, scale: 1 });
  expect(style()).toBe("");
});

test("a keyboard's part is told while it is there", async () => {
  const { style, becomes } = await drawnIn({ height: 768, offsetTop: 0, scale: 1 });
  await becomes({ height: 400, offsetTop: 60 });
  expect(style()).toBe("--seen-top: 60px; --seen-bottom: 308px;");
  await becomes({ height: 300, offsetTop: 0, scale: 2 });
  expect(style()).toBe("");
});
