import { variableNamed, variableValue, type TemplateVariable, type VariableSource } from "./template-variables";

/**
 * Double braces in a text. `start` and `end` are indices in it. An `escape` is the backslash before braces that are meant as
 * such; a `variable` is all else, also what is named wrongly or never closed.
 */
export type TextToken =
  | { kind: "escape"; start: number; end: number }
  | {
      kind: "variable";
      start: number;
      end: number;
      /** As the list of variables writes it; what is no variable as it was typed. */
      name: string;
      variable: TemplateVariable | null;
      fallback: string | null;
    };
export type VariableToken = Extract<TextToken, { kind: "variable" }>;

const BRACES = /(\\?)(\{{2,})/g;
// Bounded, so that a text full of openings costs no more than its length.
const INSIDE = /((?:(?!\{\{|\}\})[\s\S]){0,500})\}\}/y;
const MAX_NAME = 80;

/** Everything in double braces, in order: `{{ name }}`, `{{ name | "fallback" }}` with any quotes or none, and `\{{` for braces. */
export function textTokens(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  for (const { 0: whole, 1: escape, index } of text.matchAll(BRACES)) {
    if (escape) {
      tokens.push({ kind: "escape", start: index, end: index + 1 });
      continue;
    }
    // Of `{{{name}}}` the inner two count.
    const opened = index + whole.length;
    INSIDE.lastIndex = opened;
    const found = INSIDE.exec(text);
    const inside = found ? found[1]! : (/^[^\s{}]*/.exec(text.slice(opened, opened + MAX_NAME))?.[0] ?? "");
    const end = opened + (found ? found[0].length : inside.length);
    tokens.push({ kind: "variable", start: opened - 2, end, ...(found ? insideOf(inside) : unclosed(inside)) });
  }
  return tokens;
}

/** What stands in the place of a variable; null when nothing does, and the text must not leave. */
export function tokenValue({ variable, fallback }: VariableToken, source: VariableSource): string | null {
  if (!variable) return null;
  return variableValue(variable, source) || fallback;
}

function insideOf(inside: string): Pick<VariableToken, "name" | "variable" | "fallback"> {
  const bar = inside.indexOf("|");
  const name = bar < 0 ? inside : inside.slice(0, bar);
  const variable = variableNamed(name);
  return { name: variable ?? asTyped(name), variable, fallback: bar < 0 ? null : fallbackOf(inside.slice(bar + 1)) };
}

const unclosed = (inside: string) => ({ name: asTyped(inside), variable: null, fallback: null });

const asTyped = (name: string): string => name.replace(/\s+/g, " ").trim().slice(0, MAX_NAME) || "{{}}";

const QUOTED = /^["'“”„‘’‚«»]([\s\S]*)["'“”„‘’‚«»]$/;

/** An empty fallback is one only in quotes: then nothing is meant. */
function fallbackOf(written: string): string | null {
  const text = written.replace(/\s+/g, " ").trim();
  const quoted = QUOTED.exec(text);
  return quoted ? quoted[1]! : text || null;
}
