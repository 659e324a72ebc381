/** Plain text as HTML: blank lines part paragraphs, line breaks and indentation stay, everything is escaped; links stay text. */
export function paragraphsOf(plain: string): string {
  const lines = plain
    .replace(/\r\n?/gu, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .split("\n")
    .map((line) => line.trimEnd());
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => `<p>${paragraph.map(lineAsHtml).join("<br>")}</p>`)
    .join("");
}

/** Whether a body is meant as HTML: it has a real tag in it. `1 < 2`, `<3` and `<ana@lead.test>` are plain text. */
export function looksLikeHtml(text: string): boolean {
  return HTML_TAG.test(text);
}

/** Text that is safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const HTML_TAG =
  /<\/?(?:html|head|body|meta|style|p|div|span|br|hr|a|b|i|u|s|em|strong|del|code|pre|font|center|small|sub|sup|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|thead|tbody|tr|td|th|img)(?:\s[^<>]*|\s*\/)?>|<!doctype html/iu;

// Browsers fold runs of spaces; a no-break space keeps what was indented or aligned.
const lineAsHtml = (line: string): string =>
  escapeHtml(line.replace(/\t/gu, "    ")).replace(/^ /u, "&nbsp;").replace(/ {2}/gu, " &nbsp;");
