import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./test-report";

const folder = mkdtempSync(path.join(tmpdir(), "threadwell-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, "report.json");
const written = (report: object) => {
  writeFileSync(file, JSON.stringify(report));
  return file;
};
const numbers = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 0 };

test("a failed test is named with its file, and says why in a few plain lines", () => {
  const message = [
    "\u001b[31mError\u001b[39m: 9 is not 10",
    "",
    "Seed: 8",
    ...Array.from({ length: 40 }, (_line, at) => `${at}`),
  ].join("\n");
  const assertionResults = [
    { fullName: "sums add", status: "passed" },
    { fullName: "sums carry", status: "failed", failureMessages: [message] },
  ];
  const testResults = [{ name: "sums.test.ts", status: "failed", assertionResults }];

  const count = countVitest(written({ ...numbers, numFailedTests: 1, testResults }), 1);

  expect(count).toMatchObject({ passed: 2, failed: 1, skipped: 0 });
  const [name, ...why] = count.notes.join("\n").split("\n");
  expect(name).toBe("failed: sums.test.ts: sums carry");
  expect(why.slice(0, 3)).toEqual(["    Error: 9 is not 10", "    Seed: 8", "    0"]);
  expect(why.length).toBeLessThan(13);
});

test("a file that could not be loaded is one failure, and named", () => {
  const message = "Cannot find module './sums'";
  const testResults = [{ name: "sums.test.ts", status: "failed", message, assertionResults: [] }];

  const count = countVitest(written({ ...numbers, testResults }), 1);

  expect(count).toMatchObject({ failed: 1, notes: ["failed: sums.test.ts\n    Cannot find module './sums'"] });
});

test("no report is a failure, whatever the program said", () => {
  const missing = path.join(folder, "nothing.json");

  expect(countVitest(missing, 0).failed).toBe(1);
  expect(countPlaywright(missing, 0).failed).toBe(1);
});

test("journeys that failed and that needed a second try are named, however deep their suite", () => {
  const results = [{ error: { message: "no such row" } }, {}];
  const spec = (title: string, status: string) => ({ file: "a.spec.ts", line: 7, title, tests: [{ status, results }] });
  const suites = [{ specs: [spec("reads", "expected")], suites: [{ specs: [spec("sends", "flaky")] }] }];
  const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };

  const count = countPlaywright(written({ stats, suites: [...suites, { specs: [spec("opens", "unexpected")] }] }), 1);

  const notes = ["second try: a.spec.ts:7: sends\n    no such row", "failed: a.spec.ts:7: opens\n    no such row"];
  expect(count).toEqual({ passed: 2, failed: 1, skipped: 0, notes });
});
