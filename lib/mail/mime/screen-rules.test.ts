import { expect, test } from "vitest";
import { screenRules } from "./screen-rules";

const rules = (css: string) => screenRules(css, (names) => names.map((name) => `m-${name}`));
const narrow = (rule: string) => `@media screen and (max-width:600px){${rule}}`;

test("rules for widths of a screen are kept, above those that stand in elements by then", () => {
  const css = `@MEDIA only screen and (max-width: 600px), print {
    table.col, #side > td:first-child .x { display: block !important; width: 100% }
    body .head, td[class="tall"] { height: auto }
  }
  @media screen and (min-device-width: 320px) and (max-width: 40.5em) { .a { float: none } }`;

  expect(rules(css)).toBe(
    narrow(
      "table.m-col,#m-side > td:first-child .m-x{display:block!important;width:100%!important}" +
        ".m-head,td.m-tall{height:auto!important}",
    ) + "@media screen and (min-width:320px) and (max-width:40.5em){.m-a{float:none!important}}",
  );
});

test.each([
  "(prefers-color-scheme: dark)",
  "print",
  "screen",
  "not screen and (max-width: 600px)",
  "(max-width: 600px) and (prefers-color-scheme: dark)",
  "screen and (-webkit-min-device-pixel-ratio: 0)",
  "(max-width: calc(600px))",
  "(max-width: 600px){.b{color:red}} x",
])("of the query %s nothing is kept", (query) => {
  expect(rules(`@media ${query} { .a { color: red } }`)).not.toContain(".m-a");
});

test.each([
  "a",
  ".a span",
  "html",
  ":root .a span",
  ".a::after",
  ".a:hover",
  '.a[href^="h"]',
  ".a ~ .b",
  ".a\\\\3c",
  "details",
  ".a > > .b",
  "> .a",
])("the selector %s is kept for nothing, since it may mean more than the message", (selector) => {
  expect(rules(`@media (max-width: 600px) { ${selector} { color: red } }`)).toBe("");
});

test.each([
  "background:url(https://evil.test/x)",
  "position:fixed",
  "content:'x'",
  "color:v\\\\61r(--x)",
  "background:image-set('x' 1x)",
  "margin:-40px",
  "--x:1",
  "color:red</style><script>alert(1)</script>",
])("the declaration %s is not kept", (declaration) => {
  expect(rules(`@media (max-width: 600px) { .a { ${declaration}; float: none } }`)).toBe(
    narrow(".m-a{float:none!important}"),
  );
});

test.each([
  "@media (max-width: 600px) { .a { color: red }",
  "@media{{{",
  ".a { color: red }",
  `@media${" (".repeat(9_000)}`,
])("what is broken, or of no width, is no rule: %s", (css) => expect(rules(css)).toBe(""));
