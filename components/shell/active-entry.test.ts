import { expect, test } from "vitest";
import { activeEntry } from "./active-entry";

const entryOf = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://app.test");
  return activeEntry(pathname, searchParams);
};

test("a list is its own entry, and a thread belongs to the list that it was opened from", () => {
  expect(entryOf("/inbox")).toBe("inbox");
  expect(entryOf("/inbox?view=mine")).toBe("mine");
  expect(entryOf("/inbox/7?view=mine")).toBe("mine");
  expect(entryOf("/inbox?q=rebate")).toBe("inbox");
});

test("one category, campaign or mailbox is an entry of its own", () => {
  expect(entryOf("/inbox?view=open&category=c1")).toBe("category:c1");
  expect(entryOf("/inbox?category=none")).toBe("category:none");
  expect(entryOf("/inbox?campaign=12345")).toBe("campaign:12345");
  expect(entryOf("/inbox/7?mailbox=m1")).toBe("mailbox:m1");
});

test("a list that is narrowed further is still that list", () => {
  expect(entryOf("/inbox?view=done&campaign=12345")).toBe("done");
  expect(entryOf("/inbox?campaign=12345&mailbox=m1")).toBe("inbox");
});

test("other pages have entries of their own, or none", () => {
  expect(entryOf("/settings/profile")).toBe("settings");
  expect(entryOf("/sandbox/deliveries")).toBe("deliveries");
  expect(entryOf("/schedule?view=month")).toBe("schedule");
  expect(entryOf("/insights?from=2026-11-01")).toBe("insights");
  expect(entryOf("/docs/api")).toBeNull();
});
