import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

/** What a suite ended with; `notes` names the tests that failed and why, and those that passed on their second try. */
export type Count = { passed: number; failed: number; skipped: number; notes: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; message?: string; assertionResults: VitestTest[] }[];
};
type VitestTest = { fullName: string; status: string; failureMessages?: string[] };
type PlaywrightTest = { status: string; results?: { error?: { message?: string } }[] };
type PlaywrightSuite = {
  specs?: { file: string; line: number; title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

const REASON_LINES = 12;
const REASON_WIDTH = 600;

/** Counts vitest's report (its reporter `json`); a file that could not even be loaded, or no report, is one failure. */
export function countVitest(file: string, status: number | null): Count {
  const report = read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, notes: ["failed: vitest wrote no report"] };
  const notes = report.testResults.flatMap(({ name: whole, status: ended, message, assertionResults }) => {
    const name = path.relative(process.cwd(), whole);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return ended === "failed" ? [`failed: ${name}${reason(message)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `failed: ${name}: ${fullName}${reason(failureMessages?.[0])}`);
  });
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests, notes };
}

/** Counts Playwright's report (its reporter `json`); what needed a second try has passed, and is named. */
export function countPlaywright(file: string, status: number | null): Count {
  const report = read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, notes: ["failed: playwright wrote no report"] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = Math.max(unexpected, status === 0 ? 0 : 1);
  return { passed: expected + flaky, failed, skipped, notes: report.suites.flatMap(notesOf) };
}

function notesOf({ specs = [], suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests.flatMap(({ status, results }) => {
      if (status !== "unexpected" && status !== "flaky") return [];
      const why = reason(results?.find(({ error }) => error)?.error?.message);
      return [`${status === "flaky" ? "second try" : "failed"}: ${file}:${line}: ${title}${why}`];
    }),
  );
  return [...own, ...suites.flatMap(notesOf)];
}

/** The first lines of why, under the name of the test: what a run of many printed is long gone by then. */
function reason(message = ""): string {
  const lines = stripVTControlCharacters(message).split("\n").slice(0, REASON_LINES);
  return lines.map((line) => (line.trim() ? `\n    ${line.slice(0, REASON_WIDTH)}` : "")).join("");
}

function read<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}
