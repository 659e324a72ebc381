import { expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { boldCells, SHEET } from "./pasted-cells";

useDom();

function cells(rows: string, css = ""): string {
  const page = new DOMParser().parseFromString(
    `<script type="${SHEET}">${css}</script><table><tbody>${rows}</tbody></table>`,
    "text/html",
  );
  boldCells(page);
  return page.querySelector("tbody")!.innerHTML;
}

test.each([
  [
    "by a class of Excel's",
    "<tr><td class=xl65>a</td><td class=xl65>b</td></tr><tr><td>c</td><td class=xl66>d</td></tr>",
    "<!-- .xl65 {mso-number-format:General; font-weight:700} .xl66 {color:red} -->",
    '<tr><th>a</th><th>b</th></tr><tr><td>c</td><td class="xl66">d</td></tr>',
  ],
  ["by a style", '<tr><td style="font-weight:bold">a</td></tr>', "", "<tr><th>a</th></tr>"],
  ["by elements", "<tr><td><b>a</b> <strong>b</strong></td></tr>", "", "<tr><td><b>a</b> <strong>b</strong></td></tr>"],
  ["by one element", "<tr><td> <b>a</b></td></tr>", "", "<tr><th> a</th></tr>"],
  [
    "and wide",
    "<tr><td colspan=2 rowspan=3 width=9><b>a</b></td></tr>",
    "",
    '<tr><th colspan="2" rowspan="3">a</th></tr>',
  ],
])("a first row that is bold %s names its columns", (_name, rows, css, expected) => {
  expect(cells(rows, css)).toBe(expected);
});

test.each([
  ["is bold in part", "<tr><td><b>a</b></td><td>b</td></tr>"],
  ["is empty", "<tr><td></td></tr>"],
  ["has names already", "<tr><th>a</th><td><b>b</b></td></tr>"],
])("a first row that %s stays", (_name, rows) => expect(cells(rows)).toBe(rows));

test("of later rows bold cells stay cells, which say it themselves", () => {
  const row = "<tr><td>a</td></tr>";

  expect(cells(`${row}<tr><td class="x">b</td></tr>`, ".x{font-weight:bold}")).toBe(
    `${row}<tr><td class="x" style="font-weight: 700;">b</td></tr>`,
  );
});
