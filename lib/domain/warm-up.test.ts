import { expect, test } from "vitest";
import { warmUpMarkOf } from "./warm-up";

const NONE = { headers: [], tags: [], senders: [] };
const message = {
  headers: [{ name: "x-warmup-id", value: "Pool-7 abc" }],
  subject: "A quick note q7x-blue",
  text: "All good here.",
  others: [{ address: "Una@Mail.Warm.test" }],
};

test.each([
  [{ headers: ["X-Warmup-Id"] }, "X-Warmup-Id"],
  [{ headers: ["X-Warmup-Id: pool-7"] }, "X-Warmup-Id: pool-7"],
  [{ headers: ["X-Warmup-Id: pool-8"] }, null],
  [{ headers: ["X-Warm"] }, null],
  [{ tags: ["Q7X-BLUE"] }, "Q7X-BLUE"],
  [{ tags: ["all good"] }, "all good"],
  [{ tags: [" ", ""] }, null],
  [{ senders: ["una@mail.warm.test"] }, "una@mail.warm.test"],
  [{ senders: ["@warm.test"] }, "@warm.test"],
  [{ senders: ["arm.test"] }, null],
  [{}, null],
])("%j marks by %j", (rules, mark) => {
  expect(warmUpMarkOf(message, { ...NONE, ...rules })).toBe(mark);
});
