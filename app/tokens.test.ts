import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/tokens.css", "utf8");
const [lightBlock, darkBlock] = css.split("@media")[0]!.split('\n[data-theme="dark"] {');
const light = rolesIn(lightBlock!);
const dark = { ...light, ...rolesIn(darkBlock!) };

const WORDS = 4.5;
const MARKS = 3;

const surfaces = ["surface", "surface-2", "chrome", "raised", "selected", "marked"];
const marks = [
  "cat-interested",
  "cat-meeting",
  "cat-info",
  "cat-ooo",
  "cat-wrong",
  "cat-not",
  "cat-dnc",
  "cat-bounce",
  "cat-none",
  "line-control",
  "focus",
];

for (const [theme, roles] of Object.entries({ light, dark })) {
  for (const surface of surfaces) {
    test.each(["text", "text-2", "text-3", "accent-text", "good", "warn", "bad"])(
      `${theme}: %s can be read on ${surface}`,
      (role) => {
        expect(contrast(roles[role]!, roles[surface]!)).toBeGreaterThanOrEqual(WORDS);
      },
    );
  }
  test.each(["hit", "hit-now"])(`${theme}: words can be read on %s`, (surface) => {
    expect(contrast(roles["text"]!, roles[surface]!)).toBeGreaterThanOrEqual(WORDS);
  });
  test.each(marks)(`${theme}: the mark %s can be seen on the surface`, (role) => {
    expect(contrast(roles[role]!, roles.surface!)).toBeGreaterThanOrEqual(MARKS);
  });
  test.each(["accent", "accent-hover", "accent-pressed"])(`${theme}: a button's words can be read on %s`, (role) => {
    expect(contrast(roles["text-on-accent"]!, roles[role]!)).toBeGreaterThanOrEqual(WORDS);
  });
}

function rolesIn(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, value]) => [name!, value!]),
  );
}

/** WCAG 2.2, contrast ratio of two opaque colours. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
