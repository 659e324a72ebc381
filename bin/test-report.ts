import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a suite ended with; `notes` names the tests that failed, and those that passed on their second try. */
export type Count = { passed: number; failed: number; skipped: number; notes: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
};
type PlaywrightSuite = {
  specs?: { file: string; line: number; title: string; tests: { status: string }[] }[];
  suites?: PlaywrightSuite[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

/** Counts vitest's report (its reporter `json`); a file that could not even be loaded, or no report, is one failure. */
export function countVitest(file: string, status: number | null): Count {
  const report = read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, notes: ["failed: vitest wrote no report"] };
  const notes = report.testResults.flatMap(({ name: whole, status: ended, assertionResults }) => {
    const name = path.relative(process.cwd(), whole);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return ended === "failed" ? [`failed: ${name}`] : [];
    return failed.map(({ fullName }) => `failed: ${name}: ${fullName}`);
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
    tests.flatMap(({ status }) => {
      if (status === "unexpected") return [`failed: ${file}:${line}: ${title}`];
      return status === "flaky" ? [`second try: ${file}:${line}: ${title}`] : [];
    }),
  );
  return [...own, ...suites.flatMap(notesOf)];
}

function read<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : null;
}
