// Makes public/fonts: Inter as the screens use it. The whole variable font is 350 kB, of which a page in a Latin script needs a
// tenth. Kept are its weights from 400 to that of strong words, the features that browsers turn on by themselves and those that
// app/globals.css and `tabular-nums` ask for; optical sizes are pinned to that of text. Left out is `calt`, which draws an arrow
// for "->": what somebody wrote is shown as they wrote it. Letters beyond come from the whole font, which browsers load when one
// is shown. Run it after inter-ui was updated.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const source = path.dirname(createRequire(import.meta.url).resolve("inter-ui/package.json"));
const target = fileURLToPath(new URL("../public/fonts", import.meta.url));

/** The same as `unicode-range` in app/fonts.css: what the interface and the languages of Europe in Latin script need, and rare signs. */
const LETTERS = {
  letters: [
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x218, 0x21b],
    [0x2bb, 0x2bc],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x1e9e, 0x1e9e],
    [0x2000, 0x2026],
    [0x202f, 0x202f],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    // The caps of keys.
    [0x21b5, 0x21b5],
    [0x21e7, 0x21e7],
    [0x2318, 0x2318],
    [0x2212, 0x2212],
    [0x2215, 0x2215],
  ],
  signs: [
    [0x1e80, 0x1e85],
    [0x2027, 0x202e],
    [0x2030, 0x2038],
    [0x203b, 0x206f],
  ],
};

const BY_BROWSERS = ["ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk", "rlig"];
const BY_SCREENS = ["cv05", "cv08", "ss03", "tnum"];

const whole = readFileSync(path.join(source, "variable/InterVariable.woff2"));
mkdirSync(target, { recursive: true });
copyFileSync(path.join(source, "LICENSE.txt"), path.join(target, "inter-license.txt"));
for (const [name, ranges] of Object.entries(LETTERS)) {
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const font = await subsetFont(whole, letters.join(""), {
    targetFormat: "woff2",
    keepFeatures: [...BY_BROWSERS, ...BY_SCREENS],
    variationAxes: { wght: { min: 400, max: 620, default: 400 }, opsz: 14 },
  });
  writeFileSync(path.join(target, `inter-4.1-${name}.woff2`), font);
  process.stdout.write(`inter-4.1-${name}.woff2: ${font.length} bytes\n`);
}
