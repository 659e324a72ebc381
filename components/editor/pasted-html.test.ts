import { DOMParser as ModelParser, DOMSerializer } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { CLIPBOARDS } from "@/e2e/steps/clipboards";
import { replySchema } from "@/lib/testing/round-trip";
import { useDom } from "@/lib/testing/use-dom";
import { pastedHtml } from "./pasted-html";

useDom();

/** What the editor would hold of it. */
function pasted(html: string): string {
  const page = new DOMParser().parseFromString(pastedHtml(html), "text/html");
  // As the editor reads what is pasted: a line's last break is none, and empty paragraphs do not stay.
  for (const end of page.querySelectorAll("br")) if (!end.nextSibling) end.remove();
  const { content } = ModelParser.fromSchema(replySchema).parse(page.body);
  const box = document.createElement("div");
  DOMSerializer.fromSchema(replySchema).serializeFragment(content, { document }, box);
  return box.innerHTML.replaceAll(/ (?:aria-label|contenteditable)="[^"]*"/g, "").replaceAll("<p></p>", "");
}

test.each(CLIPBOARDS.filter(({ html }) => html !== undefined))("$name", ({ html, clean }) => {
  expect(pasted(html!)).toBe(clean);
});

test.each([
  ["handlers and scripts", '<p onclick="a()" onmouseover=b()>x<script>c()</script></p>', "<p>x</p>"],
  ["style sheets and what they say", "<style>p { color: red }</style><p>x</p><style>q</style>", "<p>x</p>"],
  ["frames, forms and drawings", "<iframe src=x>a</iframe><form>b</form><object>c</object><p>x</p>", "<p>x</p>"],
  [
    "what is hidden",
    '<p>x<span style="display: none">a</span><i hidden>b</i><b style="mso-hide:all">c</b></p>',
    "<p>x</p>",
  ],
  [
    "Word's own elements",
    "<p class=MsoNormal>x<o:p>&nbsp;</o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>",
    '<p class="MsoNormal">x&nbsp;</p>',
  ],
])("of %s nothing is left", (_name, html, expected) => {
  expect(pastedHtml(html)).toBe(expected);
});

test("an empty paragraph of Word goes, one with a picture stays", () => {
  const html = "<p class=MsoNormal>\u00a0</p><p class=MsoNormal><img src=x></p><p>\u00a0</p>";

  expect(pastedHtml(html)).toBe('<p class="MsoNormal"><img src="x"></p><p>&nbsp;</p>');
});

test("a link is only its address: what underlines it, within or around, goes", () => {
  const html =
    '<u><a href="https://own.test/" target="_blank" rel="x" class="y"><span style="text-decoration: underline">a</span></a></u>' +
    '<u>b <a href="https://own.test/"><u>c</u></a></u>';

  expect(pastedHtml(html)).toBe(
    '<a href="https://own.test/"><span style="">a</span></a><u>b <a href="https://own.test/">c</a></u>',
  );
});

test("what comes from an editor like this one is left as it is, but for what is hidden or runs", () => {
  const own =
    '<table data-pm-slice="0 0 []"><tbody><tr><td class="x"><b>a</b></td></tr></tbody></table><p class="MsoNormal"></p>';

  expect(pastedHtml(`${own}<script>a()</script>`)).toBe(own);
});

test("a document of Google with its boxes and a title becomes what it looks like", () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-77"><h2 dir="ltr"><span style="font-weight:400">Next</span></h2>' +
    '<ul><li role="checkbox" aria-checked="false"><p><span>Ring Ana</span></p></li></ul>' +
    '<p><span style="font-weight:700">Bold</span><span style="font-weight:400"> not</span></p></b>';

  expect(pasted(html)).toContain("<h2>Next</h2>");
  expect(pasted(html)).toContain('data-checked="false"');
  expect(pasted(html)).toMatch(/<p><strong>Bold<\/strong> not<\/p>$/);
});

test("an item that is only a list keeps it", () => {
  expect(pasted("<ul><li><ul><li>in it</li></ul></li></ul>")).toBe("<ul><li><ul><li><p>in it</p></li></ul></li></ul>");
});

test("a broken page is read as far as it goes", () => {
  expect(pasted("<p>a<b>b<table><tr><td>c<style>")).toContain("<td><p><strong>c</strong></p></td>");
  expect(pasted("")).toBe("");
});
