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

test("answers between quoted lines stay as they were written", () => {
  expect(splitQuotedHtml("<p>See below.</p><blockquote>One?</blockquote><p>Yes.</p>")).toBeNull();
  const two = splitQuotedHtml("<p>Hm.</p><blockquote>One?</blockquote><p>Yes.</p><blockquote>Rest</blockquote>");
  expect(two?.quote).toBe("<blockquote>Rest</blockquote>");
});

test("a message that is nothing but a quote is shown", () => {
  expect(splitQuotedHtml('<div class="m-gmail_quote">Forwarded</div>')).toBeNull();
  expect(splitQuotedHtml("<p>No quote at all</p>")).toBeNull();
});
