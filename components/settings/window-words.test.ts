import { expect, test } from "vitest";
import { windowWords } from "./window-words";

const hours = { start: "09:00", end: "17:00" };

test("days that follow each other are joined", () => {
  expect(windowWords({ days: [1, 2, 3, 4, 5], ...hours }, "en-GB")).toBe("Mon–Fri, 09:00–17:00");
  expect(windowWords({ days: [1, 2, 4, 6, 7], ...hours }, "en-GB")).toBe("Mon, Tue, Thu, Sat, Sun, 09:00–17:00");
  expect(windowWords({ days: [2, 3, 4, 7], ...hours }, "de-DE")).toBe("Di–Do, So, 09:00–17:00");
});
