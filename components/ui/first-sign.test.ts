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

test("what is read ahead with the first press lets what was pressed come first, and is read once", () => {
  const listener = vi.fn<() => void>();
  onFirstSign(listener);
  press();
  document.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(100);
  expect(listener).not.toHaveBeenCalled();

  vi.advanceTimersByTime(1_000);
  press();
  vi.advanceTimersByTime(1_000);
  expect(listener).toHaveBeenCalledOnce();
});

test("who has stopped listening hears nothing more, also of a press before", () => {
  const listener = vi.fn<() => void>();
  const stop = onFirstSign(listener);
  press();
  stop();
  press();
  vi.advanceTimersByTime(1_000);
  expect(listener).not.toHaveBeenCalled();
});
