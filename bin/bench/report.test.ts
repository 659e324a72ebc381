import { expect, test } from "vitest";
import { MEASURES } from "./measures";
import { tableOf, verdictOf, type SizeResult } from "./report";

const open = MEASURES.flatMap(({ rows }) => rows).find(({ id }) => id === "open")!;
const at = (messages: number, outcomes: SizeResult["outcomes"]): SizeResult => ({
  messages,
  threads: messages / 4,
  fillSeconds: 1,
  outcomes,
});

test("a row shows both sizes, what the larger costs more, and whether the aim is kept", () => {
  const table = tableOf([
    at(2_000, { open: { p50: 40, p95: 55, n: 20 } }),
    at(100_000, { open: { p50: 60, p95: 80, n: 20 } }),
  ]);
  const line = table.split("\n").find((each) => each.includes(open.label))!;
  expect(line.replaceAll(/ +/g, " ").trim()).toBe(`${open.label} 40 / 55 ms 60 / 80 ms 1.50× p50 ≤ 59 NO`);
});

test("an aim that one size misses is missed, and what was not measured has no verdict", () => {
  const good = at(2_000, { open: { p50: 59, p95: 90, n: 20 } });
  expect(verdictOf(open, [good])).toBe(true);
  expect(verdictOf(open, [good, at(100_000, { open: { p50: 60, p95: 60, n: 20 } })])).toBe(false);
  expect(verdictOf(open, [good, at(100_000, { open: { missing: "no browser" } })])).toBeNull();
});

test("the reason for what was not measured is said once below", () => {
  const none = { delivery: { missing: "dovecot is missing" } };
  const table = tableOf([at(2_000, none), at(100_000, none)]);
  expect(table.match(/Not measured: dovecot is missing\./g)).toHaveLength(1);
});
