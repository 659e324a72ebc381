import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onFirstSign } from "./first-sign";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const press = () => document.dispatchEvent(new Event("pointerdown"));

test("code is asked for with the first press and once, and drawn when what was pressed has come", () => {
  const read = vi.fn<() => void>();
  const draw = vi.fn<() => void>();
  onFirstSign(read, draw);
  press();
  expect(read).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(read).toHaveBeenCalledOnce();
  document.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(100);
  expect(draw).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1_000);
  press();
  vi.advanceTimersByTime(1_000);
  expect(read).toHaveBeenCalledOnce();
  expect(draw).toHaveBeenCalledOnce();
});

test("who has stopped listening hears nothing more, also of a press before", () => {
  const read = vi.fn<() => void>();
  const draw = vi.fn<() => void>();
  const stop = onFirstSign(read, draw);
  press();
  stop();
  press();
  vi.advanceTimersByTime(1_000);
  expect(read).toHaveBeenCalledOnce();
  expect(draw).not.toHaveBeenCalled();
});
