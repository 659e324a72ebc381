import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setAddressFirst } from "./late-address";

const OURS = { __NA: true, tree: "of the router" };
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

test("a thread that was opened while the router still drew stays open when it has drawn", () => {
  setAddressFirst("pushState", "/inbox/7?q=ferry");
  window.history.replaceState(OURS, "", "/inbox?q=ferry");
  expect(entries.at(-1)).toEqual({ state: OURS, address: "/inbox/7?q=ferry" });
  vi.advanceTimersByTime(1_000);
  expect(entries.at(-1)).toEqual({ state: "told", address: "/inbox/7?q=ferry" });

  // From then on it is the router that knows the way.
  window.history.replaceState(OURS, "", "/inbox");
  expect(entries.at(-1)).toEqual({ state: OURS, address: "/inbox" });
});

test("the router's way to another page, and what others write into the address, is not held up", () => {
  setAddressFirst("pushState", "/inbox/7");
  window.history.replaceState(OURS, "", "/settings");
  expect(entries.at(-1)).toEqual({ state: OURS, address: "/settings" });

  setAddressFirst("pushState", "/inbox/8");
  window.history.replaceState(null, "", "/inbox/8?q=ferry");
  expect(entries.at(-1)).toEqual({ state: "told", address: "/inbox/8?q=ferry" });
});
