import { escapeHtml } from "./plain-text";

/**
 * The body of a reply in plain text: one paragraph of lines, as HTML, so that drafts, rows and the API's contract know one kind of
 * body. Runs of spaces are held by no-break spaces; `textOfPlainBody` gives every line back.
 */
export function plainBodyOf(text: string): string {
  const lines = text.replace(/\r\n?/gu, "\n").split("\n");
  return text.trim() === "" ? "" : `<p>${lines.map(lineAsHtml).join("<br>")}</p>`;
}

/** The lines that a plain body was made from. What is no plain body is read as well: its tags go, blocks and `<br>` end lines. */
export function textOfPlainBody(html: string): string {
  return html
    .replace(/<br\b[^<>]*>/giu, "\n")
    .replace(/<\/(?:p|div|li|h[1-6]|tr|blockquote|pre)>(?!\s*$)/giu, "\n")
    .replace(/<[^<>]*>/gu, "")
    .replace(/\u00a0|&nbsp;|&#160;/giu, " ")
    .replace(/&(amp|lt|gt|quot|#39);/gu, (_whole, name: string) => CHARACTERS[name] ?? "")
    .replace(/^\n+/u, "")
    .trimEnd();
}

const CHARACTERS: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const lineAsHtml = (line: string): string =>
  escapeHtml(line.replaceAll("\t", "    "))
    .replace(/^ /u, "&nbsp;")
    .replace(/ {2}/gu, " &nbsp;")
    .replace(/ $/u, "&nbsp;");
