import { expect, test } from "vitest";
import { rulesThatHold, type ApprovalFacts } from "./approval";
import type { ApprovalConditions } from "./review";

const NOTHING: ApprovalConditions = {
  newForDays: null,
  campaignIds: [],
  firstReplyCategoryIds: [],
  words: [],
  attachments: null,
  isOutsideHours: false,
  memberIds: [],
};
const FACTS: ApprovalFacts = {
  author: {
    id: "jo",
    role: "sdr",
    joinedAt: new Date("2026-11-10T10:00:00Z"),
    timeZone: "Europe/Berlin",
    workDays: [1, 2, 3, 4, 5],
    workStart: "09:00",
    workEnd: "18:00",
  },
  campaignId: "nordic",
  categoryId: "interested",
  isFirstReply: true,
  text: "Re: Ledger\nThe price is 980 euros, all depots priceless.",
  fileNames: ["Price sheet.PDF"],
  leavesAt: new Date("2026-11-26T09:30:00Z"),
  now: new Date("2026-11-26T09:00:00Z"),
};
const holds = (conditions: Partial<ApprovalConditions>, facts: Partial<ApprovalFacts> = {}) =>
  rulesThatHold([{ id: "r", name: "Rule", conditions: { ...NOTHING, ...conditions } }], { ...FACTS, ...facts }).flatMap(
    (cause) => (cause.kind === "rule" ? cause.because : []),
  );
const by = (author: Partial<ApprovalFacts["author"]>) => ({ author: { ...FACTS.author, ...author } });

test.each<[Partial<ApprovalConditions>, string[]]>([
  [{ newForDays: 30 }, ["new:15"]],
  [{ newForDays: 15 }, []],
  [{ campaignIds: ["other", "nordic"] }, ["campaign"]],
  [{ campaignIds: ["other"] }, []],
  [{ firstReplyCategoryIds: ["interested"] }, ["first"]],
  [{ firstReplyCategoryIds: ["other"] }, []],
  [{ words: ["discount", "PRICE"] }, ["words:PRICE"]],
  [{ words: ["pric"] }, []],
  [{ words: ["980 euros"] }, ["words:980 euros"]],
  [{ words: ["(a+)+$"] }, []],
  [{ attachments: "any" }, ["files"]],
  [{ attachments: ["docx", "pdf"] }, ["files:pdf"]],
  [{ attachments: ["docx"] }, []],
  [{ isOutsideHours: true }, []],
  [{ memberIds: ["jo"] }, ["person"]],
  [{ memberIds: ["lu"] }, []],
  [{}, []],
])("%j holds by %j", (conditions, because) => {
  expect(holds(conditions)).toEqual(because);
});

test("all that a rule sets must hold, and each is said", () => {
  expect(holds({ newForDays: 30, words: ["price"] })).toEqual(["new:15", "words:price"]);
  expect(holds({ newForDays: 30, words: ["discount"] })).toEqual([]);
});

test("a first reply is the first, and without files there are none of any kind", () => {
  expect(holds({ firstReplyCategoryIds: ["interested"] }, { isFirstReply: false })).toEqual([]);
  expect(holds({ attachments: "any" }, { fileNames: [] })).toEqual([]);
});

test.each([
  ["2026-11-26T07:59:00Z", ["hours"]], // 08:59 in Berlin
  ["2026-11-26T08:00:00Z", []],
  ["2026-11-26T16:59:00Z", []],
  ["2026-11-26T17:00:00Z", ["hours"]], // 18:00
  ["2026-11-28T10:00:00Z", ["hours"]], // a Saturday
])("what leaves at %s is outside: %j", (leavesAt, because) => {
  expect(holds({ isOutsideHours: true }, { leavesAt: new Date(leavesAt) })).toEqual(because);
});

test("rules bind SDRs; a manager or an admin only where a rule names them", () => {
  for (const role of ["manager", "admin"] as const) {
    expect(holds({ words: ["price"] }, by({ role }))).toEqual([]);
    expect(holds({ words: ["price"], memberIds: ["jo"] }, by({ role }))).toEqual(["words:price", "person"]);
  }
});
