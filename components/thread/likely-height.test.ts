import { expect, test } from "vitest";
import { likelyHeight } from "./likely-height";

const heightOf = (visibleText: string, text = visibleText) => likelyHeight({ subject: "Pricing", visibleText, text });

test("a frame is as high as its lines and the gaps between its paragraphs", () => {
  expect(heightOf("One line.")).toBe(22);
  expect(heightOf("One.\n\nTwo.\n")).toBe(22 + 17 + 22);
  expect(heightOf("x".repeat(200))).toBe(3 * 22);
});

test("history behind a button takes the button's room, and a book does not take the page", () => {
  expect(heightOf("New.", "New.\n\n> Old\n> Old")).toBe(22 + 28);
  expect(heightOf("line\n".repeat(500))).toBe(60 * 22);
});
