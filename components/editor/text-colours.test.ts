import { expect, test } from "vitest";
import { colourOf, TEXT_COLOURS } from "./text-colours";

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test.each(Object.entries(TEXT_COLOURS))(
  "%s is read on white as on the dark grounds of mail programs",
  (_name, colour) => {
    expect(contrast(colour, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour, "#1f1f1f")).toBeGreaterThanOrEqual(3.5);
    expect(contrast(colour, "#121212")).toBeGreaterThanOrEqual(4);
  },
);

test("a colour of the palette is known however it is written, and no other is", () => {
  expect(colourOf("rgb(225, 45, 45)")).toBe("#e12d2d");
  expect(colourOf("#E12D2D")).toBe("#e12d2d");
  expect(["red", "rgb(0, 0, 0)", "", "#e12d2d;background:url(x)"].map(colourOf)).toEqual([null, null, null, null]);
});
