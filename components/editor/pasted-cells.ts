/** Under which type what was a style sheet is found. */
export const SHEET = "text/x-sheet";

/**
 * Excel says by rules of classes which cells are bold. Such cells say so themselves from here on, and a first row that is bold
 * throughout names its columns.
 */
export function boldCells(page: Document): void {
  const bold = boldClasses(
    [...page.querySelectorAll(`script[type="${SHEET}"]`)].map(({ textContent }) => textContent ?? "").join("\n"),
  );
  for (const cell of page.querySelectorAll<HTMLElement>("td[class]"))
    if ([...cell.classList].some((name) => bold.has(name))) cell.style.fontWeight = "700";
  for (const row of page.querySelectorAll("table tr:first-child")) {
    const cells = [...row.querySelectorAll<HTMLElement>(":scope > td")];
    if (cells.length > 0 && cells.length === row.children.length && cells.every(isBold)) cells.forEach(nameColumn);
  }
}

function boldClasses(css: string): Set<string> {
  const found = new Set<string>();
  for (const [, name = "", rules = ""] of css.matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g))
    if (/font-weight:\s*(?:bold|[6-9]00)/.test(rules)) found.add(name);
  return found;
}

function isBold(cell: HTMLElement): boolean {
  if (/^(?:bold|[6-9]00)$/.test(cell.style.fontWeight)) return true;
  const text = (cell.textContent ?? "").trim();
  const bold = [...cell.querySelectorAll("b, strong")]
    .map(({ textContent }) => textContent ?? "")
    .join("")
    .trim();
  return text !== "" && text === bold;
}

function nameColumn(cell: HTMLElement): void {
  const named = cell.ownerDocument.createElement("th");
  for (const name of ["colspan", "rowspan"]) {
    const span = cell.getAttribute(name);
    if (span) named.setAttribute(name, span);
  }
  for (const bold of cell.querySelectorAll("b, strong")) bold.replaceWith(...bold.childNodes);
  named.append(...cell.childNodes);
  cell.replaceWith(named);
}
