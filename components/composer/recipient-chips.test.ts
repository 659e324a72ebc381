import { describe, expect, test } from "vitest";
import {
  addTyped,
  chipsOf,
  countBad,
  endsEntry,
  focusAfterArrow,
  focusAfterRemoval,
  outsidersOf,
} from "./recipient-chips";

describe("addTyped", () => {
  test("many pasted addresses become an entry each, whatever parts them", () => {
    const pasted = `Ana Lead <ana@lead.test>\nben@lead.test; "Tuna, Kerem" <kerem@lead.test>, cem@lead.test`;
    expect(addTyped([], pasted)).toEqual([
      "Ana Lead <ana@lead.test>",
      "ben@lead.test",
      '"Tuna, Kerem" <kerem@lead.test>',
      "cem@lead.test",
    ]);
  });

  test("who is there already is not added again, in whatever case", () => {
    expect(addTyped(["Ana <ana@lead.test>"], "ANA@Lead.test, ben@lead.test, ben@lead.test")).toEqual([
      "Ana <ana@lead.test>",
      "ben@lead.test",
    ]);
  });

  test("what is no address is kept as it was typed", () => {
    expect(addTyped([], "ana@lead.test, archive@, kerem at lead")).toEqual([
      "ana@lead.test",
      "archive@",
      "kerem at lead",
    ]);
  });
});

describe("chipsOf", () => {
  const known = new Set(["ana@lead.test"]);

  test("tells who is known, who is new and what is wrong", () => {
    const chips = chipsOf(["Ana <ana@lead.test>", "new@lead.test", "archive@ledgerline."], known);
    expect(chips.map(({ party, isNew, problem }) => [party?.address ?? null, isNew, problem])).toEqual([
      ["ana@lead.test", false, null],
      ["new@lead.test", true, null],
      [null, false, "syntax"],
    ]);
  });

  test("counts what is wrong", () => {
    expect(countBad(["ana@lead.test", "x", "y@"])).toBe(2);
  });
});

test("Enter ends what is typed, a comma only after an address and outside quotes", () => {
  const ends = [
    ["Enter", "ana"],
    ["Enter", " "],
    [",", "ana@lead.test"],
    [",", "Tuna"],
    [",", '"Tuna@home'],
    ["x", "ana@lead.test"],
    [",", "Team: ana@lead.test"],
    [";", "Team: ana@lead.test, ben@lead.test"],
    [",", "Team: ana@lead.test, ben@lead.test;"],
  ] as const;
  expect(ends.map(([key, typed]) => endsEntry(key, typed))).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});

test("focus walks along the chips to the field, and to a neighbour when one goes", () => {
  expect([focusAfterArrow(0, 3, -1), focusAfterArrow(0, 3, 1), focusAfterArrow(2, 3, 1)]).toEqual([0, 1, "field"]);
  expect([focusAfterRemoval(0, 3), focusAfterRemoval(2, 3), focusAfterRemoval(0, 1)]).toEqual([0, 1, "field"]);
});

test("a group, names with commas and lines of a table are each read by the rules of mail", () => {
  expect(addTyped([], "Team: ana@lead.test, Ben <ben@lead.test>;")).toEqual(["ana@lead.test", "Ben <ben@lead.test>"]);
  expect(addTyped([], "Team: ana@lead.test, ben@lead.test;\nEva <eva@lead.test>;\n")).toEqual([
    "ana@lead.test",
    "ben@lead.test",
    "Eva <eva@lead.test>",
  ]);
  expect(addTyped([], '"Doe, Jane" <jane@lead.test>\tben@lead.test;eva@lead.test,\r\n')).toEqual([
    '"Doe, Jane" <jane@lead.test>',
    "ben@lead.test",
    "eva@lead.test",
  ]);
});

test.each([
  ["first", "Team: Bo <bo@x.test>, Cy <cy@x.test>;, Ana <ana@x.test>, Di <di@x.test>"],
  ["in the middle", "Ana <ana@x.test>, Team: Bo <bo@x.test>, Cy <cy@x.test>;, Di <di@x.test>"],
  ["last", "Ana <ana@x.test>, Di <di@x.test>, Team: Bo <bo@x.test>, Cy <cy@x.test>;"],
  [
    "last before one without members",
    "Ana <ana@x.test>, Di <di@x.test>, Team: Bo <bo@x.test>, Cy <cy@x.test>;, None:;",
  ],
  ["over lines", "Ana <ana@x.test>, Team:\r\n Bo <bo@x.test>,\r\n Cy <cy@x.test>;,\r\n Di <di@x.test>"],
  ["of Outlook's semicolons", "Ana <ana@x.test>; Bo <bo@x.test>;\r\nCy <cy@x.test>; Di <di@x.test>;"],
])("a group is its members, %s", (_, pasted) => {
  expect(addTyped([], pasted).toSorted()).toEqual([
    "Ana <ana@x.test>",
    "Bo <bo@x.test>",
    "Cy <cy@x.test>",
    "Di <di@x.test>",
  ]);
});

test("a group without members adds nobody, and names keep what parts a list elsewhere", () => {
  expect(addTyped([], "undisclosed-recipients:;")).toEqual([]);
  expect(addTyped([], "ana@x.test, undisclosed-recipients:;")).toEqual(["ana@x.test"]);
  expect(addTyped([], '"Team: \\"A, B\\"; C": "Lund, \\"Bo\\"" <bo@x.test>, "a:;,b" <cy@x.test>;')).toEqual([
    '"Lund, \\"Bo\\"" <bo@x.test>',
    '"a:;,b" <cy@x.test>',
  ]);
});

test("outside is who belongs neither to the lead's company nor to ours, and has not taken part", () => {
  const entries = ["Eva <eva@elsewhere.test>", "kim@partner.test", "ben@lead.test", "sam@acme.test", "no address"];
  const inside = new Set(["lead.test", "acme.test"]);
  expect(outsidersOf(entries, inside, new Set(["kim@partner.test"]))).toEqual(["eva@elsewhere.test"]);
});
