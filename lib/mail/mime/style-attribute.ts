/**
 * A style attribute reduced to declarations that only change how text and boxes look. A declaration is dropped whole when
 * anything in it is not on the list: escapes, comments, addresses, variables and unknown functions load things or hide them.
 */
export function safeStyle(style: string): string {
  if (style.length > MAX_STYLE) return "";
  return withoutComments(style)
    .split(";")
    .flatMap((declaration) => {
      const colon = declaration.indexOf(":");
      const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      const value = declaration
        .slice(colon + 1)
        .replace(/\s+/gu, " ")
        .trim();
      return PROPERTY.test(property) && isSafeValue(property, value) ? [`${property}:${value}`] : [];
    })
    .join(";");
}

const MAX_STYLE = 20_000;

/** As CSS has it, a comment that is never closed goes on to the end. */
function withoutComments(style: string): string {
  let kept = "";
  for (let at = 0; ;) {
    const open = style.indexOf("/*", at);
    if (open < 0) return kept + style.slice(at);
    kept += `${style.slice(at, open)} `;
    const close = style.indexOf("*/", open + 2);
    if (close < 0) return kept;
    at = close + 2;
  }
}

const PROPERTY = new RegExp(
  `^(?:${[
    "color|opacity|direction|unicode-bidi|float|clear|display|visibility|box-sizing|vertical-align|white-space",
    "background|background-(?:color|image|position|size|repeat|clip|origin)",
    "font|font-(?:family|size|style|weight|variant|stretch)|line-height|letter-spacing|word-(?:spacing|break|wrap)|overflow-wrap",
    "text-(?:shadow|align|align-last|decoration|decoration-(?:color|line|style|thickness)|indent|transform|overflow)",
    "(?:min-|max-)?(?:width|height)|overflow(?:-[xy])?",
    "(?:margin|padding)(?:-(?:top|right|bottom|left))?",
    "border(?:-(?:top|right|bottom|left))?(?:-(?:width|style|color))?|border-(?:collapse|spacing)",
    "border(?:-(?:top|bottom)-(?:left|right))?-radius|box-shadow",
    "flex(?:-(?:grow|shrink|basis|direction|wrap|flow))?|order|(?:align|justify)-(?:content|items|self)|(?:row-|column-)?gap",
    "object-(?:fit|position)|aspect-ratio",
    "list-style(?:-type|-position)?|table-layout|caption-side|empty-cells",
  ].join("|")})$`,
  "u",
);

const FUNCTIONS = new Set([
  "rgb",
  "rgba",
  "hsl",
  "hsla",
  "calc",
  "min",
  "max",
  "clamp",
  "linear-gradient",
  "radial-gradient",
]);
const SOLID_DISPLAY =
  /^(?:none|block|inline|inline-block|list-item|table(?:-[a-z-]+)?|inline-table|flex|inline-flex)(?: ?!important)?$/iu;

function isSafeValue(property: string, value: string): boolean {
  if (value === "" || value.length > 500 || !/^[\p{L}\p{N} #%.,'"_+*/()!-]+$/u.test(value)) return false;
  const names = [...value.matchAll(/([\p{L}\p{N}_-]*)\s*\(/gu)].map((found) => (found[1] ?? "").toLowerCase());
  if (!names.every((name) => name === "" || FUNCTIONS.has(name))) return false;
  if (/^(?:margin|text-indent)/u.test(property) && /(?:^|[\s(])-/u.test(value)) return false;
  // A quote left open would swallow the declarations behind it.
  if (((value.match(/"/gu) ?? []).length + (value.match(/'/gu) ?? []).length) % 2 !== 0) return false;
  return property !== "display" || SOLID_DISPLAY.test(value);
}
