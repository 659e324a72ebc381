import { expect, test } from "vitest";
import { splitQuotedHtml } from "./quoted-html";

test("the history that Gmail quotes is split off with its attribution", () => {
  const quote =
    '<div class="m-gmail_quote"><div>On Thu, Ana wrote:<br></div><blockquote><p>One</p><p>Two</p><blockquote>Three</blockquote></blockquote></div>';
  const split = splitQuotedHtml(`<div dir="ltr">Thursday works.<br>${quote}</div>`);
  expect(split).toEqual({ before: '<div dir="ltr">Thursday works.<br>', quote, after: "</div>", lines: 4 });
});

test("a quote of any other program is a block quote at the end", () => {
  const split = splitQuotedHtml('<p>Yes.</p><blockquote type="cite"><div>Could you?</div></blockquote><br>&nbsp;');
  expect(split).toMatchObject({ before: "<p>Yes.</p>", lines: 1 });
});

test("what Outlook quotes has a line above it and nothing around it", () => {
  const head =
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Von:</b> Ana</p></div>';
  const split = splitQuotedHtml(
    `<div class="m-WordSection1"><p>Gruß</p>${head}<p>Guten Tag,</p><p>eine Frage</p></div>`,
  );
  expect(split).toMatchObject({
    before: '<div class="m-WordSection1"><p>Gruß</p>',
    quote: `${head}<p>Guten Tag,</p><p>eine Frage</p>`,
    after: "</div>",
    lines: 3,
  });
  const wrapped = splitQuotedHtml(`<div><p>Gruß</p><div>${head}</div><p>Guten Tag,</p></div>`);
  expect(wrapped?.quote).toBe(`<div>${head}</div><p>Guten Tag,</p>`);
  const web = splitQuotedHtml(
    '<div>Yes</div><div id="m-appendonsend"></div><hr><div id="m-divRplyFwdMsg">From: Ana</div><div>Old</div>',
  );
  expect(web?.before).toBe("<div>Yes</div>");
});

test("answers between quoted lines stay as they were written", () => {
  expect(splitQuotedHtml("<p>See below.</p><blockquote>One?</blockquote><p>Yes.</p>")).toBeNull();
  const two = splitQuotedHtml("<p>Hm.</p><blockquote>One?</blockquote><p>Yes.</p><blockquote>Rest</blockquote>");
  expect(two?.quote).toBe("<blockquote>Rest</blockquote>");
});

test("a message that is nothing but a quote is shown", () => {
  expect(splitQuotedHtml('<div class="m-gmail_quote">Forwarded</div>')).toBeNull();
  expect(splitQuotedHtml("<p>No quote at all</p>")).toBeNull();
});

test.each([
  ["one after another", "<blockquote>a</blockquote>b".repeat(20_000)],
  ["in each other", `${"<blockquote>".repeat(20_000)}a${"</blockquote>".repeat(20_000)}b`],
  ["of Thunderbird", '<div class="m-moz-cite-prefix">a</div>b'.repeat(20_000)],
  ["in each other, of Outlook", `${'<div id="m-appendonsend">'.repeat(20_000)}a${"</div>".repeat(20_000)}b`],
])("marks without number, %s, take no longer than the message is", (_how, marks) => {
  const started = performance.now();
  splitQuotedHtml(`<p>Hm.</p>${marks}`);
  expect(performance.now() - started).toBeLessThan(1_500);
});
