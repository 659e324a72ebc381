import { escapeHtml } from "./plain-text";
import { splitQuotedHtml } from "./quoted-html";

/** A message on paper: who wrote it, lines of its head by their names, and what is in it. */
export type PrintedMessage = {
  author: string;
  /** Name and value of each line, as they are read. */
  head: [string, string][];
  /** HTML that may be drawn; empty for plain text, which is then in `text`. */
  html: string;
  text: string;
  /** What it brings along is its own, and no history. */
  isForward: boolean;
};

type Printed = {
  title: string;
  lang: string;
  messages: PrintedMessage[];
  /** History that messages quote is left out where the thread is there itself. */
  isWhole: boolean;
  leftOut: (lines: number) => string;
};

/** A document for the printer: the messages below each other, without a script and without the app around them. */
export function printDocument({ title, lang, messages, isWhole, leftOut }: Printed): string {
  const parts = messages.map(
    ({ author, head, html, text, isForward }) =>
      `<article><header><h2 dir="auto">${escapeHtml(author)}</h2><dl>${head.map(lineOf).join("")}</dl></header><div class="body" dir="auto">${
        html ? (isWhole && !isForward ? withoutHistory(html, leftOut) : html) : `<pre>${escapeHtml(text)}</pre>`
      }</div></article>`,
  );
  return `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1 dir="auto">${escapeHtml(title)}</h1>${parts.join("")}</body></html>`;
}

const lineOf = ([name, value]: [string, string]): string =>
  value === "" ? "" : `<div><dt>${escapeHtml(name)}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`;

function withoutHistory(html: string, leftOut: (lines: number) => string): string {
  const split = splitQuotedHtml(html);
  return split ? `${split.before}<p class="left-out">${escapeHtml(leftOut(split.lines))}</p>${split.after}` : html;
}

const STYLE = `
:root{color-scheme:light}
@page{margin:18mm 16mm}
body{max-width:190mm;margin:0 auto;padding:16px;background:#fff;color:#191c1b;font:14px/21px Inter,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
@media print{body{padding:0;font-size:10.5pt;line-height:1.45}}
h1{margin:0 0 16px;font-size:20px;line-height:26px}
article{padding:12px 0;border-top:1px solid #b9bbb4}
header{break-after:avoid;break-inside:avoid}
h2{margin:0 0 4px;font-size:14px;line-height:20px}
dl{margin:0 0 12px;font-size:12px;line-height:17px;color:#484d4a}
dl div{display:flex;gap:8px}
dt{flex:0 0 72px;color:#5d635f}
dd{margin:0;min-width:0}
.body{display:flow-root}
.body :is(p,div,li,blockquote,pre,td):not([dir]){unicode-bidi:plaintext}
pre{margin:0;white-space:pre-wrap;font:inherit;unicode-bidi:plaintext}
p{margin:0 0 10px}
img{max-width:100%;height:auto;break-inside:avoid}
img:not([src]){display:inline-block;min-width:24px;min-height:24px;outline:1px dashed #b9bbb4;outline-offset:-1px;color:#5d635f;font-size:12px}
table{max-width:100%}
blockquote{margin:0;padding-inline-start:12px;border-inline-start:2px solid #d3d4ce;color:#484d4a}
.left-out,.leads-to{color:#5d635f;font-size:12px}
.leads-to{color:#a1271d;margin:0 4px}
`.replaceAll("\n", "");
