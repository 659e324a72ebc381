const ENTITIES: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LENGTH = 120;

/** The beginning of what somebody has written in the editor, on one line and without its markup; what goes on ends in "…". */
export function snippetOfHtml(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(?:(nbsp|amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) =>
      name
        ? (ENTITIES[String(name).toLowerCase()] ?? whole)
        : characterOf(decimal ? Number(decimal) : parseInt(hex, 16)),
    );
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LENGTH
    ? `${line
        .slice(0, LENGTH)
        .replace(/[\uD800-\uDBFF]$/, "")
        .trimEnd()}…`
    : line;
}

const characterOf = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");
