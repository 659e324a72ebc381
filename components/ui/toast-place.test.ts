import { expect, test } from "vitest";
import { toastPlace } from "./toast-place";

const WINDOW = { width: 1440, height: 900 };
const main = { left: 208, right: 1440, top: 0, bottom: 900 };

test("toasts stand in the middle of the page, beside the navigation", () => {
  expect(toastPlace(main, [], WINDOW)).toEqual({ left: 656, width: 336, bottom: 12 });
});

test("they stand above a foot that is below them, and leave one beside them alone", () => {
  const foot = { left: 500, right: 1200, top: 850, bottom: 900 };
  const figures = { left: 208, right: 500, top: 800, bottom: 900 };
  expect(toastPlace(main, [figures, foot], WINDOW).bottom).toBe(62);
});

test("on a phone they leave the bar of ways and what it says above it free", () => {
  const phone = { width: 360, height: 740 };
  const bar = { left: 0, right: 360, top: 640, bottom: 740 };
  expect(toastPlace({ left: 0, right: 360, top: 0, bottom: 900 }, [bar], phone)).toEqual({
    left: 12,
    width: 336,
    bottom: 112,
  });
});

test("what fills the window is no foot, and its own foot is one", () => {
  const composer = { left: 0, right: 360, top: 0, bottom: 900 };
  const send = { left: 0, right: 360, top: 690, bottom: 740 };
  const phone = { width: 360, height: 740 };
  expect(toastPlace({ left: 0, right: 360, top: 0, bottom: 900 }, [composer, send], phone).bottom).toBe(62);
});

test("the buttons of a dialog that ends above the window's foot lift nothing", () => {
  const low = { left: 600, right: 900, top: 830, bottom: 890 };
  const high = { left: 600, right: 900, top: 500, bottom: 560 };
  expect(toastPlace(main, [low, high], WINDOW).bottom).toBe(82);
});
