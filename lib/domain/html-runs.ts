/**
 * Text of an HTML document in which a word may stand whole though tags part it: a block's words, or the value of an attribute.
 * Of each UTF-16 unit of `text` it is known where in the HTML it is written; a `<br>` counts as a space.
 */
export type HtmlRun = { kind: "text" | "link" | "attribute"; text: string; starts: number[]; ends: number[] };

/**
 * The runs of a document or fragment, in order. Reads tags as browsers do (WHATWG HTML §13.2.5) in one pass that costs no more than
 * its length; comments, scripts and styles have no words, and a tag that never ends hides what follows it.
 */
export function htmlRuns(html: string): HtmlRun[] {
  const runs: HtmlRun[] = [];
  let open = emptyRun("text");
  const flush = () => {
    if (open.text !== "") runs.push(open);
    open = emptyRun("text");
  };
  let at = 0;
  while (at < html.length) {
    if (html[at] !== "<" || !/[a-z/!?]/i.test(html[at + 1] ?? "")) {
      at = addChar(open, html, at);
      continue;
    }
    const tag = tagAt(html, at);
    if (tag.name === "br") addUnits(open, " ", at, tag.end);
    else if (!INLINE.has(tag.name)) flush();
    for (const value of tag.values) addValue(runs, html, value);
    at = tag.opens && RAW.has(tag.name) ? endOfRaw(html, tag.name, tag.end) : tag.end;
  }
  flush();
  return runs;
}

const INLINE = new Set(
  ",a,abbr,b,big,cite,code,del,em,font,i,img,input,ins,kbd,label,mark,q,s,small,span,strike,strong,sub,sup,tt,u,wbr".split(
    ",",
  ),
);
const RAW = new Set(["script", "style", "title", "textarea", "xmp"]);

type Value = { name: string; start: number; end: number };
/** `name` is empty for a comment or declaration. */
type Tag = { name: string; opens: boolean; end: number; values: Value[] };

function tagAt(html: string, at: number): Tag {
  if (html.startsWith("<!--", at)) return nameless(behind(html, "-->", at + 4));
  const opens = /[a-z]/i.test(html[at + 1]!);
  const nameAt = opens ? at + 1 : at + 2;
  if (!opens && (html[at + 1] !== "/" || !/[a-z]/i.test(html[nameAt] ?? "")))
    return nameless(behind(html, ">", at + 1));
  const name = read(html, nameAt, /[^\s/>]*/y).toLowerCase();
  return { name, opens, ...attributesFrom(html, nameAt + name.length) };
}

function attributesFrom(html: string, from: number): { end: number; values: Value[] } {
  const values: Value[] = [];
  let at = from;
  for (;;) {
    at += read(html, at, /[\s/]*/y).length;
    if (at >= html.length) return { end: html.length, values };
    if (html[at] === ">") return { end: at + 1, values };
    const name = read(html, at, /=?[^\s/>=]*/y);
    at += name.length;
    const equals = read(html, at, /\s*=\s*/y);
    if (equals === "") continue;
    at += equals.length;
    const quote = html[at];
    const isQuoted = quote === '"' || quote === "'";
    const start = isQuoted ? at + 1 : at;
    const found = isQuoted ? html.indexOf(quote, start) : start + read(html, start, /[^\s>]*/y).length;
    const end = found < 0 ? html.length : found;
    values.push({ name: name.toLowerCase(), start, end });
    at = isQuoted ? Math.min(end + 1, html.length) : end;
  }
}

function addValue(runs: HtmlRun[], html: string, { name, start, end }: Value): void {
  if (!html.slice(start, end).includes("{") && !/&(?:#|l[bc])|%7b/i.test(html.slice(start, end))) return;
  const run = emptyRun(name === "href" || name === "src" ? "link" : "attribute");
  for (let at = start; at < end;) at = addChar(run, html, at, end);
  runs.push(run);
}

const emptyRun = (kind: HtmlRun["kind"]): HtmlRun => ({ kind, text: "", starts: [], ends: [] });

function addUnits(run: HtmlRun, units: string, start: number, end: number): void {
  run.text += units;
  for (let each = 0; each < units.length; each++) {
    run.starts.push(start);
    run.ends.push(end);
  }
}

/** One character of the text, written as it is, as an entity, or in a link as the escaped brace of a URL. */
function addChar(run: HtmlRun, html: string, at: number, limit = html.length): number {
  const written = html[at] === "&" ? entityAt(html, at) : run.kind === "link" ? escapedAt(html, at) : null;
  const end = written ? at + written.length : at + 1;
  if (!written || end > limit) {
    addUnits(run, html[at]!, at, at + 1);
    return at + 1;
  }
  addUnits(run, written.char, at, end);
  return end;
}

function entityAt(html: string, at: number): { char: string; length: number } | null {
  const written = read(html, at, /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});?/iy);
  const body = written.slice(1).replace(/;$/, "");
  const char = body.startsWith("#") ? charOf(body) : ENTITIES[body.toLowerCase()];
  return char === undefined ? null : { char, length: written.length };
}

function charOf(body: string): string | undefined {
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const ESCAPED: Record<string, string> = { "%7b": "{", "%7d": "}", "%7c": "|", "%20": " ", "%22": '"' };

function escapedAt(html: string, at: number): { char: string; length: number } | null {
  const char = html[at] === "%" ? ESCAPED[html.slice(at, at + 3).toLowerCase()] : undefined;
  return char ? { char, length: 3 } : null;
}

/** What editors write for what may stand in a variable. All other entities are letters like any other. */
const ENTITIES: Record<string, string> = {
  amp: "&",
  apos: "'",
  bdquo: "„",
  gt: ">",
  laquo: "«",
  lbrace: "{",
  lcub: "{",
  ldquo: "“",
  lowbar: "_",
  lsquo: "‘",
  lt: "<",
  nbsp: "\u00a0",
  period: ".",
  quot: '"',
  raquo: "»",
  rbrace: "}",
  rcub: "}",
  rdquo: "”",
  rsquo: "’",
  vert: "|",
};

const nameless = (end: number): Tag => ({ name: "", opens: false, end, values: [] });

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** What a sticky pattern finds at a place. */
function read(html: string, at: number, pattern: RegExp): string {
  pattern.lastIndex = at;
  return pattern.exec(html)?.[0] ?? "";
}
