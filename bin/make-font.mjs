// Makes public/fonts: Inter as the screens use it. The whole variable font is 350 kB, of which a page in a Latin script needs a
// seventh. Kept are its weights from 400 to 700 and the features that app/globals.css turns on; optical sizes are pinned to that
// of text. Letters beyond come from the whole font, which browsers load when one is shown. Run it after inter-ui was updated.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const source = path.dirname(createRequire(import.meta.url).resolve("inter-ui/package.json"));
const target = fileURLToPath(new URL("../public/fonts", import.meta.url));

/** The same as `unicode-range` in app/fonts.css. */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  // The caps of keys.
  [0x21b5, 0x21b5],
  [0x21e7, 0x21e7],
  [0x2318, 0x2318],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
];

const text = LETTERS.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join("");
const whole = readFileSync(path.join(source, "variable/InterVariable.woff2"));
const small = await subsetFont(whole, text, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 700, default: 400 }, opsz: 14 },
});

mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, "inter-4.1-latin.woff2"), small);
copyFileSync(path.join(source, "LICENSE.txt"), path.join(target, "inter-license.txt"));
process.stdout.write(`inter-4.1-latin.woff2: ${small.length} bytes\n`);
