import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { dropPlace } from "./drop-place";
import { holdToCarry } from "./hold-to-carry";

let said: string[];
let element: HTMLElement;
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  element = new EventTarget() as HTMLElement;
  const box = { left: 0, right: 500, top: 0, bottom: 100 };
  dropPlace.set({
    element: { getBoundingClientRect: () => box } as HTMLElement,
    over: ({ clientX }) => said.push(`over ${clientX}`),
  });
  end = holdToCarry(element, {
    onPickUp: () => said.push("picked up"),
    onOutside: () => said.push("outside"),
    onDrop: () => said.push("dropped"),
    onPutBack: () => said.push("put back"),
  });
});
afterEach(() => {
  end();
  dropPlace.set(null);
  vi.useRealTimers();
});

/** @returns whether the browser may do what it does by itself: scroll, press */
function finger(type: "touchstart" | "touchmove" | "touchend" | "touchcancel", ...xs: number[]): boolean {
  const touches = xs.map((clientX) => ({ clientX, clientY: 50 }));
  const isLast = type === "touchend" || type === "touchcancel";
  const event = new Event(type, { cancelable: true });
  Object.assign(event, { touches: isLast ? [] : touches, changedTouches: touches });
  return element.dispatchEvent(event);
}

test("a finger that is held carries, and nothing scrolls or is pressed meanwhile", () => {
  finger("touchstart", 100);
  vi.advanceTimersByTime(350);
  const mayAct = [
    finger("touchmove", 104),
    finger("touchmove", 200),
    finger("touchmove", 900),
    finger("touchend", 300),
  ];
  expect(said).toEqual(["picked up", "over 200", "outside", "over 300", "dropped"]);
  expect(mayAct).toEqual([false, false, false, false]);
});

test("a finger that moves at once scrolls, one that is lifted at once presses, and two are none", () => {
  finger("touchstart", 100);
  expect(finger("touchmove", 140)).toBe(true);
  vi.advanceTimersByTime(1_000);
  finger("touchend", 140);
  finger("touchstart", 100);
  expect(finger("touchend", 100)).toBe(true);
  finger("touchstart", 100, 200);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual([]);
});

test.each<[string, () => void]>([
  ["held and lifted where it was", () => finger("touchend", 102)],
  ["let go outside", () => [finger("touchmove", 900), finger("touchend", 900)]],
  ["taken by the browser", () => finger("touchcancel", 100)],
  ["joined by another finger", () => finger("touchstart", 100, 200)],
  ["over what is not drawn any more", () => end()],
])("what is %s is put back", (_what, happens) => {
  finger("touchstart", 100);
  vi.advanceTimersByTime(350);
  happens();
  expect(said.filter((each) => each !== "outside")).toEqual(["picked up", "put back"]);
});
