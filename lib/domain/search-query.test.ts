import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { dayRangeOf } from "./search-operators";
import { parseSearch, printSearch, type SearchTerm } from "./search-query";

const terms = (typed: string) =>
  parseSearch(typed)
    .groups.flat()
    .map(({ term }) => term);
const text = (words: string[], isPrefix = false, field: string | null = null) => ({
  kind: "text",
  field,
  words,
  isPrefix,
});

test("the last word may be unfinished, unless it is quoted or excluded", () => {
  expect(terms("  rate   she ")).toEqual([text(["rate"]), text(["she"], true)]);
  expect(terms('"pallet rebate"')).toEqual([text(["pallet", "rebate"])]);
  expect(terms('"pallet reb')).toEqual([text(["pallet", "reb"])]);
  expect(terms("invoice -paid").at(-1)).toEqual(text(["paid"]));
});

test("an address, a file name and a joined word are words that follow each other", () => {
  expect(terms("m.okafor@try")).toEqual([text(["m", "okafor", "try"], true)]);
  expect(terms("rate-sheet.pdf x")).toEqual([text(["rate", "sheet", "pdf"]), text(["x"], true)]);
  expect(terms("Müller Weiß ")).toEqual([text(["Müller"]), text(["Weiß"], true)]);
});

test("minus excludes, OR joins its neighbours", () => {
  expect(parseSearch("a -b c").groups.map(([item]) => item!.isNegated)).toEqual([false, true, false]);
  expect(parseSearch("a OR b c or -is:done").groups.map((group) => group.length)).toEqual([2, 2]);
  expect(parseSearch("a OR").groups.length).toBe(1);
  expect(terms("or")).toEqual([text(["or"], true)]);
});

test.each<[string, SearchTerm]>([
  ["from:egefrio", { kind: "text", field: "from", words: ["egefrio"], isPrefix: true }],
  ['subject:"paper rate"', { kind: "text", field: "subject", words: ["paper", "rate"], isPrefix: false }],
  ["TO:ana@lead.test ", { kind: "text", field: "to", words: ["ana", "lead", "test"], isPrefix: false }],
  ["is:unread", { kind: "state", state: "unread" }],
  ["is:automatic", { kind: "mark", of: "is", mark: "automatic" }],
  ["has:attachment", { kind: "mark", of: "has", mark: "file" }],
  ["in:done", { kind: "view", view: "done" }],
  ['campaign:"Nordic freight, Q4"', { kind: "named", field: "campaign", value: "Nordic freight, Q4" }],
  ["before:2026-11", { kind: "sent", from: null, until: "2026-11-01" }],
  ["after:2026-11-09", { kind: "sent", from: "2026-11-09", until: null }],
  ["older_than:3d", { kind: "sent", from: null, until: "3d" }],
  ["NEWER_than:2M", { kind: "sent", from: "2m", until: null }],
  ["is:bulk", { kind: "state", state: "bulk" }],
  ["on:2026-02", { kind: "sent", from: "2026-02-01", until: "2026-03-01" }],
])("the operator in %s", (typed, term) => {
  const isTyped = term.kind === "text" && typed.endsWith(" ");
  expect(terms(typed)).toEqual([isTyped ? { ...term, isPrefix: true } : term]);
});

test.each([
  "is:",
  "is:un",
  "has:f",
  "in:d",
  "from:",
  "before:2026-1",
  "older_than:12",
  "before:2026-13",
  "-",
  '"',
  '-"',
  "campaign:",
  "on:20",
])("%s is still being typed and asks for nothing yet", (typed) =>
  expect(parseSearch(typed)).toEqual({ groups: [], findsNothing: false }),
);

test("what is no operator, or no value of it, is words", () => {
  expect(terms("http://x.test")).toEqual([text(["http", "x", "test"], true)]);
  expect(terms("is:zebra a")).toEqual([text(["is", "zebra"]), text(["a"], true)]);
  expect(terms("before:monday a")).toEqual([text(["before", "monday"]), text(["a"], true)]);
});

test.each(["&|!", "'", ":*", "\\", "?!"])("%s has no word in it and finds nothing", (typed) =>
  expect(parseSearch(typed)).toEqual({ groups: [], findsNothing: true }),
);

test("a name of nothing but spaces asks for nothing yet", () => {
  expect(parseSearch('mailbox:" "')).toEqual({ groups: [], findsNothing: false });
});

test("signs between words are passed over", () => {
  expect(parseSearch("rates & fees").groups.length).toBe(2);
});

test("a day of the calendar only", () => {
  expect(dayRangeOf("on", "2026-02-30")).toBeNull();
  expect(dayRangeOf("on", "2026-12-31")).toEqual({ from: "2026-12-31", until: "2027-01-01" });
  expect(dayRangeOf("on", "2026")).toEqual({ from: "2026-01-01", until: "2027-01-01" });
});

const SIGNS = [
  "is:",
  "has:pdf",
  "from:",
  "-",
  '"',
  " ",
  "OR",
  "before:2026-11",
  "older_than:3d",
  "newer_than:1y",
  "in:done",
  "category:",
  "ä",
  "a.b",
  "'",
  "\\",
  ":",
  "%",
];
const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...SIGNS)).map((parts) => parts.join("")),
);

test("no text makes the reading fail, and what was read reads the same when it is written", () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const query = parseSearch(typed);
      const printed = printSearch(query);
      expect(parseSearch(printed)).toEqual(query);
      expect(printSearch(parseSearch(printed))).toBe(printed);
    }),
    randomRuns(2000),
  );
});
