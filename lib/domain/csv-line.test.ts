import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test("commas, quotes and line ends stay within their cell", () => {
  expect(csvLine(["a", 'b "c"', "d,e", "f\ng", ""])).toBe('a,"b ""c""","d,e","f\ng",\r\n');
});

test.for(["=1+1", "+1", "-1", "@cmd", "\t=1", "\r=1"])("%j is text in every spreadsheet", (cell) => {
  expect(csvLine([cell]).replace(/^"/, "")).toMatch(/^'/);
});
