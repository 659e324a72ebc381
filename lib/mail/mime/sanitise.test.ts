import sanitize from "sanitize-html";
import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "@/lib/testing/cpu-time";
import { HOSTILE_HTML } from "@/lib/testing/hostile-html";
import { sanitiseHtml } from "./sanitise";

describe("hostile HTML", () => {
  test.each(HOSTILE_HTML)("requests nothing and runs nothing: %s", (_name, html) => {
    expect(dangersIn(sanitiseHtml(html).html)).toEqual([]);
  });

  test.each(HOSTILE_HTML)("comes out the same when it is sanitised twice: %s", (_name, html) => {
    const once = sanitiseHtml(html).html;

    expect(sanitiseHtml(once).html).toBe(once);
  });

  test("the check itself finds what it looks for", () => {
    const html = `<p onclick="x">a</p><img src="http://evil.test/x"><p style="background:url(//evil.test)">b</p><script>x</script>`;

    expect(dangersIn(html)).toHaveLength(4);
  });
});

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

  test("of the whole page survive on a box", () => {
    expect(sanitiseHtml(`<html><body bgcolor="#ffffff" style="color:navy"><p>Hi</p></body></html>`).html).toBe(
      `<div bgcolor="#ffffff" style="color:navy"><p>Hi</p></div>`,
    );
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
});

/** Everything in a piece of HTML that could run or ask another server for something; read by a parser of its own. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    onOpenTag: (tag, attributes) => {
      if (FORBIDDEN_TAGS.has(tag)) dangers.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) {
        if (isDangerous(tag, name.toLowerCase(), value)) dangers.push(`${tag} ${name}=${value}`);
      }
    },
  });
  return dangers;
}

const FORBIDDEN_TAGS = new Set(
  "script style link meta base iframe frame frameset object embed applet form input button select textarea svg math image video audio source track picture template noscript portal dialog slot body html head title xml marquee bgsound isindex keygen layer ilayer".split(
    " ",
  ),
);
const LOADING = new Set(
  "srcset background poster data action formaction xlink:href longdesc usemap dynsrc lowsrc code codebase archive classid profile manifest ping icon cite srcdoc imagesrcset is autofocus contenteditable popover slot".split(
    " ",
  ),
);

function isDangerous(tag: string, name: string, value: string): boolean {
  if (name.startsWith("on") || LOADING.has(name)) return true;
  if (name === "src")
    return tag !== "img" || !/^(?:cid:[^\s]+|data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=]+)$/iu.test(value);
  if (name === "href") return tag !== "a" || !/^(?:https?:\/\/|mailto:|tel:)/u.test(value);
  if (name === "style")
    return /url|image|@|\\|expression|var\(|attr\(|env\(|element\(|position|behaviou?r|binding|src\(|content|\/\*|--/iu.test(
      value,
    );
  if (name === "id" || name === "class") return !value.split(" ").every((each) => each.startsWith("m-"));
  return name !== "data-remote-src" && /javascript:|\/\//iu.test(value) && name !== "title" && name !== "alt";
}
