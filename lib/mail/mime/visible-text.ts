import { headerLineKind, isAttribution, isDivider, isPhoneLine, isRule, opensAttribution } from "./quote-markers";

/**
 * What the writer wrote: the text without quoted history (above, below or between) and without a marked signature.
 * Careful rather than thorough: where only history or only a signature would remain nothing is taken away, so the result is
 * blank only when the text is.
 */
export function visibleTextOf(text: string): string {
  const lines = text
    .slice(0, MAX_TEXT)
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u00a0\u200b\ufeff]/gu, (space) => (space === "\u00a0" ? " " : ""))
    .split("\n");
  const written = withoutHistory(lines);
  const own = isBlank(written) ? lines : written;
  const unsigned = withoutSignature(own);
  return tidy(withoutTrailingRules(isBlank(unsigned) ? own : unsigned));
}

/** The first words of a text on one line, for lists; at most 200 characters, cut between words. */
export function snippetOf(text: string): string {
  const line = text
    .slice(0, 4000)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  if (line.length <= SNIPPET) return line;
  const cut = line.slice(0, SNIPPET);
  const space = cut.lastIndexOf(" ");
  return (space > SNIPPET / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/u, "")).trimEnd();
}

const SNIPPET = 200;
const MAX_TEXT = 1_000_000;

/** Also by the initials of who wrote it ("AB> …"), or by a bar; where a further one stands behind words it is a row of a table. */
const isQuoted = (line: string): boolean => /^\s{0,3}(?:[A-Z]{0,3}>|&gt;|\|(?:\s|$)(?!\s*[^|\s][^|]*\|))/u.test(line);
const isBlank = (lines: string[]): boolean => lines.every((line) => line.trim() === "");
const tidy = (lines: string[]): string =>
  lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(MANY_BLANKS, "\n\n")
    .trim();

// A gap of a few lines is the writer's own.
const MANY_BLANKS = /\n{8,}/gu;

function withoutHistory(lines: string[]): string[] {
  const kept: string[] = [];
  let isBehindQuote = false;
  let isBlankYet = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (isQuoted(line)) {
      isBehindQuote = true;
      continue;
    }
    // What stood above and below a quote is parted by one blank line.
    if (isBehindQuote && line.trim() === "" && kept.at(-1)?.trim() === "") continue;
    const past = endOfAttribution(lines, at);
    if (past > at) {
      let next = past;
      while (lines[next]?.trim() === "") next++;
      // A quote that is marked line by line may be answered below; anything else under the line is history to the end.
      if (!isQuoted(lines[next] ?? "")) {
        if (!isBlankYet) return kept;
        continue;
      }
      at = past - 1;
      isBehindQuote = true;
      continue;
    }
    if (!isBlankYet && startsHistory(lines, at)) return kept;
    kept.push(line);
    if (line.trim() !== "") isBehindQuote = isBlankYet = false;
  }
  return kept;
}

/** The index behind an attribution that starts at `at` and may be wrapped; `at` itself when there is none. */
function endOfAttribution(lines: string[], at: number): number {
  const first = lines[at] ?? "";
  if (first.trim() === "") return at;
  if (isAttribution(first)) return at + 1;
  if (!opensAttribution(first)) return at;
  let joined = first;
  for (let next = at + 1; next < Math.min(lines.length, at + MAX_WRAPPED); next++) {
    const line = lines[next] ?? "";
    // Converted from HTML, the address stands between blank lines of its own.
    if (line.trim() === "" && /^\s*<\s*(?:mailto:|$)/u.test(lines[next + 1] ?? "")) continue;
    // The bracket of a wrapped address ("> wrote:") is no quote.
    const isTail = /^\s*>.{0,45}[:：]\s*$/u.test(line);
    if (line.trim() === "" || (isQuoted(line) !== isQuoted(first) && !isTail)) return at;
    // A later line that opens one by itself ends what stood before.
    if (opensAttribution(line) && isAttribution(line)) return at;
    joined += ` ${line.trim()}`;
    if (isAttribution(joined)) return next + 1;
  }
  return at;
}

const MAX_WRAPPED = 5;

/** Marks below which everything is the original message: a divider, or a block of header lines. */
function startsHistory(lines: string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (isDivider(line)) return true;
  if (isRule(line)) return isHeaderBlock(lines, nextWritten(lines, at + 1));
  return headerLineKind(line) !== null && isHeaderBlock(lines, at);
}

const nextWritten = (lines: string[], from: number): number => {
  const offset = lines.slice(from, from + 3).findIndex((line) => line.trim() !== "");
  return offset < 0 ? lines.length : from + offset;
};

function isHeaderBlock(lines: string[], from: number): boolean {
  if (headerLineKind(lines[from] ?? "") === null) return false;
  const kinds = lines
    .slice(from, from + 9)
    .filter((line) => line.trim() !== "")
    .slice(0, 6)
    .map(headerLineKind);
  const known = kinds.filter((kind) => kind !== null).length;
  return known >= 3 && kinds.includes("from");
}

/** Rules that stood between the answer and the history, and the marks of tracking add-ons. */
function withoutTrailingRules(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !/^(?:[-_=*\u2014\u2500]{3,}|\u1427)?$/u.test(line.trim()));
  return last < 0 ? lines : lines.slice(0, last + 1);
}

function withoutSignature(lines: string[]): string[] {
  const kept = withoutPhoneLine(lines);
  const isWritten = kept.map((line) => line.trim() !== "");
  const first = isWritten.indexOf(true);
  let below = isWritten.filter(Boolean).length;
  for (const [at, line] of kept.entries()) {
    if (isWritten[at]) below--;
    if (at > first && below <= MAX_SIGNATURE && SEPARATOR.test(line)) return withoutPhoneLine(kept.slice(0, at));
  }
  return kept;
}

const SEPARATOR = /^(?:--|—|––|\s*_{5,})\s*$/u;
const MAX_SIGNATURE = 25;

function withoutPhoneLine(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  if (last < 1 || !isPhoneLine(lines[last] ?? "")) return lines;
  const above = lines.slice(0, last);
  return isBlank(above) ? lines : above;
}
