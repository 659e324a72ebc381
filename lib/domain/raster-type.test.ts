import { expect, test } from "vitest";
import { rasterTypeOf } from "./raster-type";

const typeOf = (bytes: string) => rasterTypeOf(Buffer.from(bytes, "latin1"));

test("a picture is known by its first bytes", () => {
  expect(
    ["\x89PNG\r\n\x1a\n\0\0", "\xff\xd8\xff\xe0\0", "GIF87a..", "GIF89a..", "RIFF\x10\0\0\0WEBPVP8 "].map(typeOf),
  ).toEqual(["image/png", "image/jpeg", "image/gif", "image/gif", "image/webp"]);
});

test("what may run, and what only claims to be a picture, is none", () => {
  const others = [
    "",
    "GIF8",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "<html>",
    "\n\x89PNG\r\n\x1a\n",
    "RIFF\0\0\0\0WAVE",
  ];
  expect(others.map(typeOf)).toEqual(others.map(() => null));
});
