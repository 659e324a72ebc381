import { expect, test } from "vitest";
import { loadInsightAddress } from "./insight-address";
import { listFiltersOf, loadListAddress, writeListAddress } from "./list-address";

const ID = "01989c5e-7f00-7000-8000-0123456789ab";

test("what an address names stays, and is written back as it was", () => {
  const asked = `?q=a+b&mailbox=${ID}&campaign=7&category=none&from=2026-02-28&to=0026-03-01`;
  const address = loadListAddress(asked);
  expect(address).toMatchObject({ q: "a b", mailbox: ID, campaign: 7, category: "none", to: "0026-03-01" });
  expect(writeListAddress(address)).toBe(asked);
});

test.each(["from=2026-99-99", "from=2026-02-30", "to=0000-01-01", "to=x", "campaign=-3", "campaign=x", "category=zzz"])(
  "what can name nothing counts as not given: %s",
  (asked) => {
    expect(listFiltersOf(loadListAddress(`?${asked}`))).toEqual({ view: "inbox" });
    expect(Object.values(loadInsightAddress(`?${asked}`)).filter((value) => value !== null)).toEqual([]);
  },
);

test("a search is as long as one may be", () => {
  expect(loadListAddress(`?q=${"a".repeat(300)}`).q).toHaveLength(200);
});
