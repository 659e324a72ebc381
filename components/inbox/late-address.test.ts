import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setAddressFirst } from "./late-address";

const OURS = { tree: "of the router" };
let entries: { state: unknown; address: string }[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  entries = [{ state: OURS, address: "/inbox" }];
  const at = () => new URL(entries.at(-1)!.address, "http://app.test");
  const told = (state: unknown, address: string) => ({ state: state ?? "told", address });
  vi.stubGlobal("window", {
    get location() {
      return at();
    },
    history: {
      get state() {
        return entries.at(-1)!.state;
      },
      pushState: (state: unknown, _: string, address: string) => entries.push(told(state, address)),
      replaceState: (state: unknown, _: string, address: string) => entries.splice(-1, 1, told(state, address)),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("an address stands at once, and the router hears of it when the page is idle", () => {
  setAddressFirst("pushState", "/inbox/7?view=all");
  expect(entries).toEqual([
    { state: OURS, address: "/inbox" },
    { state: OURS, address: "/inbox/7?view=all" },
  ]);

  vi.advanceTimersByTime(1_000);
  expect(entries.slice(1)).toEqual([{ state: "told", address: "/inbox/7?view=all" }]);
});

test("of several in a row the router hears of the last", () => {
  setAddressFirst("pushState", "/inbox/7");
  setAddressFirst("replaceState", "/inbox/8");
  vi.advanceTimersByTime(1_000);
  expect(entries.slice(1)).toEqual([{ state: "told", address: "/inbox/8" }]);
});

test("who has gone elsewhere before stays there", () => {
  setAddressFirst("pushState", "/inbox/7");
  entries.push({ state: "of another page", address: "/settings" });
  vi.advanceTimersByTime(1_000);
  expect(entries.at(-1)).toEqual({ state: "of another page", address: "/settings" });
});
