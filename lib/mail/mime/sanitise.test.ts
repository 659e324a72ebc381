import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { dangersIn } from "@/lib/testing/dangers-in";
import { sanitiseHtml } from "./sanitise";

describe("pictures", () => {
  test("of another server are held back and counted", () => {
    const { html, remoteImages } = sanitiseHtml(
      `<img src="https://cdn.test/a.png?x=1&y=2" alt="Logo"><img src="//cdn.test/b.png">`,
    );

    expect(html).toBe(
      `<img alt="Logo" data-remote-src="https://cdn.test/a.png?x=1&amp;y=2" /><img data-remote-src="https://cdn.test/b.png" />`,
    );
    expect(remoteImages).toBe(2);
  });

  test("are counted by their addresses, as they are loaded", () => {
    const spacer = `<img src="https://cdn.test/gap.png">`;
    expect(sanitiseHtml(spacer.repeat(250)).remoteImages).toBe(1);
  });

  test.each([
    `<img src="https://t.test/o.gif" width="1" height="1">`,
    `<img src="https://t.test/o.gif" width=0 height=0 border=0>`,
    `<img src="https://t.test/o.gif" style="width:1px;height:1px">`,
    `<img src="https://t.test/o.gif" style="display:none!important">`,
    `<img src="https://t.test/o.gif" style="max-width: 1px; max-height: 1px">`,
    `<img src="https://t.test/o.gif" width="600" height="80" style="visibility:hidden">`,
  ])("that nobody can see are dropped and counted: %s", (tracker) => {
    expect(sanitiseHtml(`<p>Hello</p>${tracker}`)).toEqual({ html: "<p>Hello</p>", remoteImages: 0, trackers: 1 });
  });

  test("inside the message stay", () => {
    const html = `<img src="cid:logo@lead.test" /><img src="data:image/png;base64,iVBORw0KGgo=" />`;

    expect(sanitiseHtml(html)).toEqual({ html, remoteImages: 0, trackers: 0 });
  });
});

describe("looks", () => {
  test("survive from style attributes and style blocks", () => {
    const { html } =
      sanitiseHtml(`<style>.box { color: #333; background: url(https://evil.test/x) } p { margin: 0 }</style>
      <p class="box" style="font-weight:bold">Hello</p>`);

    expect(html).toContain(`<p class="m-box" style="margin:0;color:#333;font-weight:bold">Hello</p>`);
    expect(html).not.toContain("evil.test");
  });

  test("of the whole page survive on a box, which has them by style", () => {
    expect(
      sanitiseHtml(`<html><body bgcolor="dfe6ee" text="#223344" style="color:navy"><p>Hi</p></body></html>`).html,
    ).toBe(`<div style="background-color:#dfe6ee;color:#223344;color:navy"><p>Hi</p></div>`);
  });

  test("of links survive from the rules for those not followed yet", () => {
    const { html } = sanitiseHtml(
      `<style>a:link { color: #6a1b9a }</style><a href="https://shop.example">x</a><a>y</a>`,
    );

    expect(html).toMatch(/^<a style="color:#6a1b9a" href="https:\/\/shop\.example"[^>]*>x<\/a><a>y<\/a>$/);
  });

  test("for some widths stand before the rest, and stay when it is done again", () => {
    const css = `.col { width: 50% } @media (max-width: 500px) { .col { width: 100%; background: url(https://evil.test/x) } }`;
    const { html } = sanitiseHtml(`<style>${css}</style><div class="col">Hello</div>`);

    expect(html).toBe(
      `<style>@media screen and (max-width:500px){.m-col{width:100%!important}}</style><div class="m-col" style="width:50%">Hello</div>`,
    );
    expect(sanitiseHtml(html).html).toBe(html);
  });

  test("of tables survive", () => {
    const html = `<table width="600" cellpadding="0"><tbody><tr><td align="center" bgcolor="#eee" colspan="2">x</td></tr></tbody></table>`;

    expect(sanitiseHtml(html).html).toBe(html);
  });
});

test.each([
  [
    "https://own.test/a?b=1#c",
    `<a href="https://own.test/a?b=1#c" target="_blank" rel="noopener noreferrer nofollow">x</a>`,
  ],
  ["mailto:ana@lead.test", `<a href="mailto:ana@lead.test" target="_blank" rel="noopener noreferrer nofollow">x</a>`],
  ["tel:+4930123", `<a href="tel:+4930123" target="_blank" rel="noopener noreferrer nofollow">x</a>`],
  ["//own.test/a", `<a href="https://own.test/a" target="_blank" rel="noopener noreferrer nofollow">x</a>`],
  ["/api/auth/signout", "<a>x</a>"],
  ["javascript:alert(1)", "<a>x</a>"],
  ["vbscript:x", "<a>x</a>"],
  ["data:text/html,<script>alert(1)</script>", "<a>x</a>"],
  ["file:///etc/passwd", "<a>x</a>"],
])("a link to %s becomes %s", (href, html) => {
  expect(sanitiseHtml(`<a href="${href}" onclick="steal()">x</a>`).html).toBe(html);
});

describe("broken HTML is never blank", () => {
  test.each([
    ["an unclosed paragraph", "<p>Hello"],
    ["an unclosed title", "<html><head><title>News<body><p>Hello</p></body></html>"],
    ["an unclosed style", "<style>p { color: red } <p>Hello</p>"],
    ["an unclosed comment", "<!-- preheader <div>Hello</div>"],
    ["an unclosed conditional comment", "<!--[if mso]><table><tr><td>Hello</td></tr></table>"],
    ["an unclosed textarea", "<textarea><p>Hello</p>"],
    ["an unclosed script", "<script>var a = 1; <p>Hello</p>"],
    [
      "an unclosed noscript with a tracker above",
      `<img src="https://t.test/x" width=1 height=1><noscript><p>Hello</p>`,
    ],
    ["an unclosed svg", "<svg><path d='M0'/><p>Hello</p>"],
    ["only an iframe's words", "<iframe>Hello</iframe>"],
    ["an attribute that never ends", `<p title="x>Hello</p>`],
    ["a tag that never ends", "Hello <div style="],
    ["text without any tag", "Hello"],
    ["only closing tags", "</div></td>Hello</table>"],
    ["a very deep nest", `${"<div>".repeat(5000)}Hello`],
    ["a NUL in the middle", "<p>Hel\u0000lo</p>"],
  ])("%s", (_name, html) => {
    const result = sanitiseHtml(html);

    expect(result.html).toContain("Hello");
    expect(dangersIn(result.html)).toEqual([]);
  });

  test("nothing stays nothing", () => {
    expect(sanitiseHtml("  \n ")).toEqual({ html: "", remoteImages: 0, trackers: 0 });
  });
});

describe("huge input is done in bearable time", () => {
  test.each([
    ["nested elements", "<div>".repeat(100_000)],
    ["open comments", "<!--".repeat(200_000)],
    ["open style blocks", "<style>".repeat(100_000)],
    ["style blocks around one end", `${"<style>".repeat(50_000)}</style>${"x".repeat(500_000)}`],
    ["comments in a style", `<p style="${"/*".repeat(9_000)}">x</p>`.repeat(20)],
    ["open tags", "<".repeat(1_000_000)],
    [
      "many rules on many elements",
      `<style>${".a b c > d { color: red }".repeat(2_000)}</style>${"<b>x</b>".repeat(2_000)}`,
    ],
    [
      "rules that just pass",
      `<style>${Array.from({ length: 500 }, (_, at) => `div p .c${at} b { color: red }`).join("")}</style>${"<div><p><b>x</b></p></div>".repeat(400)}`,
    ],
    [
      "one rule that says much to many elements",
      `<style>*{${"color:red;".repeat(5_000)}}</style>${"<p>x</p>".repeat(9_000)}`,
    ],
    [
      "one rule of many properties",
      `<style>*{${Array.from({ length: 3_000 }, (_, at) => `p${at}:red;`).join("")}}</style>${"<p>x</p>".repeat(9_000)}`,
    ],
    [
      "one long value for many elements",
      `<style>*{font-family:${"a".repeat(50_000)}}</style>${"<p>x</p>".repeat(9_000)}`,
    ],
    ["one rule with many selectors", `<style>${"*,".repeat(20_000)}*{color:red}</style>${"<p>x</p>".repeat(9_000)}`],
    ["rules within rules", `<style>${"&&{".repeat(40)}color:red${"}".repeat(40)}</style><p>x</p>`],
    ["links without rules", `<style>${":link ".repeat(9_500)}</style><p>x</p>`],
    ["one long line", "x ".repeat(1_500_000)],
    ["quotes that never end", `<p title="`.repeat(50_000)],
    ["spaces in an address", `<img src="${" ".repeat(300_000)}x">`.repeat(3)],
  ])(
    "%s",
    async (_name, html) => {
      const time = await cpuTimeOf(() => {
        sanitiseHtml(html);
      });

      expect(time).toBeLessThan(4_000);
    },
    60_000,
  );

  test("and what it comes to does not grow out of bounds", () => {
    const html = `<style>*{${"color:red;".repeat(1_000)}}</style>${"<p>x</p>".repeat(1_500)}`;

    expect(sanitiseHtml(html).html.length).toBeLessThan(html.length);
  });

  test("while a large newsletter keeps its looks", () => {
    const css = Array.from(
      { length: 150 },
      (_, at) =>
        `.c${at}, td.c${at} p { margin: 0 0 ${at}px; padding: 0; color: #333; font: 16px/1.5 Arial, sans-serif }`,
    );
    const cells = Array.from({ length: 800 }, (_, at) => `<td class="c${at % 150}"><p>x</p></td>`);

    const { html } = sanitiseHtml(`<style>${css.join("\n")}</style><table><tr>${cells.join("")}</tr></table>`);

    expect(html.match(/margin:0 0 149px/gu)).toHaveLength(10);
  });
});
