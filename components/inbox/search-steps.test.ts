import { afterEach, beforeEach, expect, test, vi } from "vitest";

let address = "";
let comeBack: () => void = () => undefined;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("window", {
    get location() {
      return { search: address };
    },
    addEventListener: (_: string, listener: () => void) => {
      comeBack = listener;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** Types a search as it would stand in the address, and says how it gets there. */
async function steps() {
  const { isSearchStep, settleSearch } = await import("./search-steps");
  const type = (q: string) => {
    const isStep = isSearchStep(q);
    address = q ? `?q=${encodeURIComponent(q)}` : "";
    return isStep;
  };
  const enter = (q: string) => {
    const isStep = type(q);
    settleSearch(q);
    return isStep;
  };
  return { type, enter };
}

test("a search begins and ends with a step, and typing on is none", async () => {
  address = "";
  const { type } = await steps();
  expect([type("a"), type("ac"), type("acm"), type("")]).toEqual([true, false, false, true]);
});

test("one that was confirmed stays behind the next", async () => {
  address = "";
  const { type, enter } = await steps();
  expect([type("acme"), enter("acme"), enter("acme")]).toEqual([true, false, false]);
  expect([type("acme h"), type("acme"), type("acme b"), enter("acme b")]).toEqual([true, false, false, false]);
  expect(type("other")).toBe(true);
});

test("so does one that came with the page, or that somebody came back to", async () => {
  address = "?q=acme";
  const { type } = await steps();
  expect([type("other"), type("others")]).toEqual([true, false]);
  address = "?q=acme";
  comeBack();
  expect(type("third")).toBe(true);
});
