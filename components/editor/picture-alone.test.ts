import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { expect, test } from "vitest";
import { isPictureAlone } from "./picture-alone";

test.each([
  '<meta charset="utf-8"><img src="https://pics.test/a.png" alt="chart"/>',
  "<html><head><style>p { color: red }</style></head><body><!--StartFragment--> <a href=x><img src=a></a>&nbsp;<!--EndFragment--></body></html>",
])("%s is a picture alone", (html) => expect(isPictureAlone(html)).toBe(true));

test.each([
  "<p>The chart: <img src=a></p>",
  "<p></p>",
  // Cells are pasted as cells, though a spreadsheet draws them as a picture too.
  "<table><tr><td></td><td><img src=a></td></tr></table>",
  "",
])("%j is not", (html) => expect(isPictureAlone(html)).toBe(false));

test("hostile HTML takes no time", async () => {
  const time = await cpuTimeOf(() => {
    for (const opened of ["<!--", "<style>", "<a ", "<", "<title><style>"])
      isPictureAlone(`<img src=a>${opened.repeat(40_000)}`);
  });

  expect(time).toBeLessThan(2_000);
}, 60_000);
