import { expect, test } from "vitest";
import { safeStyle } from "./style-attribute";

test.each([
  ["color: red; Font-Weight:BOLD", "color:red;font-weight:BOLD"],
  [
    "font-family:'Segoe UI',Arial;font-size:12.5pt!important",
    "font-family:'Segoe UI',Arial;font-size:12.5pt!important",
  ],
  [
    "background:linear-gradient(90deg, #fff 0%, rgba(0,0,0,.5) 100%)",
    "background:linear-gradient(90deg, #fff 0%, rgba(0,0,0,.5) 100%)",
  ],
  ["background-image:linear-gradient(to right,#fff,#000)", "background-image:linear-gradient(to right,#fff,#000)"],
  ["background-image:url(x);background-image:image-set('x' 1x);background-position:0 0", "background-position:0 0"],
  [
    "display:flex;flex:1 1 auto;justify-content:space-between;gap:8px",
    "display:flex;flex:1 1 auto;justify-content:space-between;gap:8px",
  ],
  ["color:red;background:url(//evil.test);margin:0 auto", "color:red;margin:0 auto"],
  ["color:/* x */red", "color:red"],
  ["color:red/*;background:url(x)", "color:red"],
  ["position:fixed;z-index:9;top:0", ""],
  ["display:contents;display:none", "display:none"],
  ["mso-line-height-rule:exactly;--x:1", ""],
  ["color:r\\65 d", ""],
  ["font-family:'a;background:url(x)'", ""],
  ["width:expression(alert(1));width:calc(100% - 1px)", "width:calc(100% - 1px)"],
  ["", ""],
])("%j is reduced to %j", (style, safe) => {
  expect(safeStyle(style)).toBe(safe);
});
