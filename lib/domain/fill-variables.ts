import { htmlRuns, type HtmlRun } from "./html-runs";
import { escapeHtml } from "./plain-text";
import { textTokens, tokenValue, type VariableToken } from "./template-tokens";
import type { VariableSource } from "./template-variables";

/** A text with its variables filled in, and the names of those that are not, each once and in order. */
export type Filled = { html: string; unresolved: string[] };

type Change = { run: HtmlRun; start: number; end: number; html: string };

/**
 * Fills the variables of a body that is about to leave: values are text wherever they stand, never markup. Tags that part a
 * variable stay beside its value. The backslash of `\{{` goes; what cannot be filled stays as it is.
 */
export const fillVariables = (html: string, source: VariableSource): Filled => filled(html, source, "leaves");

/**
 * The same for a text that is written on: escapes stay, and braces in a value are escaped, so that filling it again changes nothing.
 * What stands in links is filled when the text leaves.
 */
export const fillForEditing = (html: string, source: VariableSource): Filled => filled(html, source, "stays");

/** For looking at: what is not filled is marked (`<mark>`). */
export const fillForPreview = (html: string, source: VariableSource): Filled => filled(html, source, "shown");

/** The names that nothing can be filled in for. */
export const unresolvedNames = (html: string, source: VariableSource): string[] =>
  filled(html, source, "leaves").unresolved;

/** A body in which braces are no variables, as somebody would have to write it: each opening gets its backslash. */
export function withEscapedBraces(html: string): string {
  if (!MAY_HOLD.test(html)) return html;
  const changes = htmlRuns(html).flatMap((run) =>
    [...run.text.matchAll(/\\?\{{2,}/g)].map(({ index }): Change => ({ run, start: index, end: index, html: "\\" })),
  );
  return changed(html, changes);
}

/** Whether anything could be a brace at all: most bodies are not read. */
const MAY_HOLD = /\{|&(?:#|l(?:brace|cub))|%7b/i;

function filled(html: string, source: VariableSource, what: "leaves" | "stays" | "shown"): Filled {
  if (!MAY_HOLD.test(html)) return { html, unresolved: [] };
  const changes: Change[] = [];
  const unresolved = new Set<string>();
  for (const run of htmlRuns(html)) {
    const mayChange = what !== "stays" || run.kind === "text";
    for (const token of textTokens(run.text)) {
      const { start, end } = token;
      if (token.kind === "escape") {
        if (what !== "stays") changes.push({ run, start, end, html: "" });
        continue;
      }
      const value = tokenValue(token, source);
      if (value !== null) {
        if (mayChange) changes.push({ run, start, end, html: written(run, token, value, what) });
      } else {
        unresolved.add(token.name);
        if (what === "shown" && run.kind === "text")
          changes.push({ run, start, end, html: `<mark>${escapeHtml(run.text.slice(start, end))}</mark>` });
      }
    }
  }
  return { html: changed(html, changes), unresolved: [...unresolved] };
}

function written(run: HtmlRun, token: VariableToken, value: string, what: "leaves" | "stays" | "shown"): string {
  if (run.kind === "text") return escapeHtml(what === "stays" ? value.replace(/\{{2,}/g, "\\$&") : value);
  // Attributes may stand without quotes: no character but letters, digits and those of addresses is left as it is.
  return (run.kind === "link" ? inAddress(run, token, value) : value).replace(
    /[^\p{L}\p{N}.:/?#@%+,~_-]/gu,
    (char) => `&#${char.codePointAt(0)};`,
  );
}

/** Within an address a value is percent-encoded; one that is the address itself must lead to the web, and is nothing otherwise. */
function inAddress(run: HtmlRun, { start }: VariableToken, value: string): string {
  const before = run.text.slice(0, start).trim();
  if (before !== "" && !/^https?:\/\/$/i.test(before)) return encodeURIComponent(value.toWellFormed());
  const host = value.replace(/^https?:\/\//i, "");
  const scheme = /^http:\/\//i.test(value) ? "http://" : "https://";
  const address = /^[^\s/:]+\.[^\s/:]+/.test(host) ? URL.parse(scheme + host)?.href : undefined;
  return address?.slice(before === "" ? 0 : scheme.length) ?? "";
}

/** The document with each change in the place of its range; tags within a range stay, behind what is put there. */
function changed(html: string, changes: Change[]): string {
  const parts: string[] = [];
  let at = 0;
  const ordered = changes.toSorted((a, b) => placeOf(a) - placeOf(b));
  for (const change of ordered) {
    const { run, start, end } = change;
    const from = placeOf(change);
    if (from < at) continue;
    parts.push(html.slice(at, from), change.html);
    at = from;
    for (let unit = start; unit < end; unit++) {
      if (run.starts[unit]! > at) parts.push(html.slice(at, run.starts[unit]!));
      at = Math.max(at, run.ends[unit]!);
    }
  }
  parts.push(html.slice(at));
  return parts.join("");
}

const placeOf = ({ run, start }: Change): number => run.starts[start]!;
