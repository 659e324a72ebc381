import { MEASURES, type Measure, type Outcome, type Outcomes } from "./measures";
import { ratioOf } from "./statistics";

export type SizeResult = { messages: number; threads: number; fillSeconds: number; outcomes: Outcomes };

const LABEL_WIDTH = 40;
const CELL_WIDTH = 20;

/** The results as a table for the terminal: a column for each size, then the last size over the first, the aim and the verdict. */
export function tableOf(results: SizeResult[]): string {
  const lines: string[] = [];
  for (const { title, rows } of MEASURES) {
    const heads = results.map(({ messages }) => cell(`${messages.toLocaleString("en")} messages`));
    lines.push("", [title.padEnd(LABEL_WIDTH), ...heads, "ratio".padStart(7), "aim".padStart(12)].join(" "));
    for (const measure of rows) lines.push(lineOf(measure, results));
  }
  const missing = new Set(results.flatMap(({ outcomes }) => Object.values(outcomes).flatMap(reasonOf)));
  return [...lines, "", ...[...missing].map((reason) => `Not measured: ${reason}.`)].join("\n");
}

/** Whether a measure keeps its aim at every size; null when it has none, or was not measured. */
export function verdictOf(measure: Measure, results: SizeResult[]): boolean | null {
  const values = results.map(({ outcomes }) => decisive(measure, outcomes[measure.id]));
  if (measure.aim === undefined || values.includes(null)) return null;
  return values.every((value) => value! <= measure.aim!);
}

function lineOf(measure: Measure, results: SizeResult[]): string {
  const found = results.map(({ outcomes }) => outcomes[measure.id]);
  const ratio = ratioOf(found.map((outcome) => decisive(measure, outcome)));
  const verdict = verdictOf(measure, results);
  const aim = measure.aim === undefined ? "" : `${measure.by ?? ""} ≤ ${measure.aim}`.trim();
  return [
    `  ${measure.label}`.padEnd(LABEL_WIDTH),
    ...found.map((outcome) => cell(outcome ? wordsOf(outcome, measure.unit) : "")),
    (ratio === null ? "" : `${ratio.toFixed(2)}×`).padStart(7),
    aim.padStart(12),
    verdict === null ? "" : verdict ? "yes" : "NO",
  ]
    .join(" ")
    .trimEnd();
}

/** The figure that an aim is about. */
function decisive({ by }: Measure, outcome: Outcome | undefined): number | null {
  if (!outcome || "missing" in outcome) return null;
  return "value" in outcome ? outcome.value : outcome[by ?? "p50"];
}

function wordsOf(outcome: Outcome, unit: string): string {
  if ("missing" in outcome) return "not measured";
  if ("value" in outcome) return `${figure(outcome.value)} ${unit}`;
  return `${figure(outcome.p50)} / ${figure(outcome.p95)} ${unit}`;
}

const figure = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const cell = (text: string): string => text.padStart(CELL_WIDTH);
const reasonOf = (outcome: Outcome): string[] => ("missing" in outcome ? [outcome.missing] : []);
