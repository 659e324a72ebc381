import { spawnSync } from "node:child_process";

// dependency-cruiser exits 0 when it could read nothing; an empty graph must fail.
const FEWEST_MODULES = 100;
const FOLDERS = ["lib", "components", "app", "bin", "e2e"];

const { stdout, stderr } = spawnSync("depcruise", [...FOLDERS, "--output-type", "json"], {
  encoding: "utf8",
  maxBuffer: 512 * 1024 * 1024,
});
if (!stdout) {
  console.error(stderr);
  process.exit(1);
}
type Violation = { from: string; to: string; rule: { name: string } };
const { summary, modules } = JSON.parse(stdout) as {
  summary: { violations: Violation[]; totalCruised: number };
  modules: { source: string; dependencies: unknown[] }[];
};
const own = modules.filter(({ source }) => !source.includes("node_modules"));
const edges = own.reduce((sum, { dependencies }) => sum + dependencies.length, 0);
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
if (own.length < FEWEST_MODULES || edges < own.length) {
  console.error(`The graph is empty or too small to be true: ${own.length} modules, ${edges} imports.`);
  process.exit(1);
}
if (summary.violations.length > 0) process.exit(1);
console.log(`boundaries: ${own.length} modules, ${edges} imports, none forbidden`);
