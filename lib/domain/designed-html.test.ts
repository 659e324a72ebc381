import { expect, test } from "vitest";
import { isDesignedHtml } from "./designed-html";

const NEWSLETTER =
  '<div style="display:none;max-height:0">Three things for <b>autumn</b><img alt="" src="cid:a" /></div><table width="600"><tr><td><h1>Autumn</h1></td></tr></table>';
const SIGNATURE = '<table cellpadding="0"><tr><td><b>Ana Berg</b></td><td>Head of sales</td></tr></table>';

test.each([
  ["a layout of tables", "<table><tr><td>Autumn rates</td></tr></table>"],
  [
    "a picture at the top of a table",
    '<center><table><tr><td><img data-remote-src="https://a.test/b" /></td></tr></table></center>',
  ],
  ["a layout behind a hidden preview line", NEWSLETTER],
  ["a coloured page", '<div bgcolor="#f4f4f4"><p>Hello</p></div>'],
  ["a coloured box in a style", '<p>Hello</p><div style="padding:4px;background-color:#003366;color:#fff">Offer</div>'],
  ["a dark letter", '<div style="background:rgb(20,20,20);color:white">Hello</div>'],
])("%s is designed", (_what, html) => {
  expect(isDesignedHtml(html)).toBe(true);
});

test.each([
  ["a plain letter", "<p>My background is in tables.</p>"],
  ["a letter with a signature in a table", `<p>Thanks, that works.</p>${SIGNATURE}`],
  ["figures pasted below a greeting", "<p>Hi Sam,</p><table><tr><td>4</td></tr></table>"],
  ["words that somebody marked", '<p>By <span style="background:yellow">Friday</span>, please.</p>'],
  ["paper that a program declares to be white", '<div style="background:white;color:#1f497d"><p>Hello</p></div>'],
  [
    "white in other spellings",
    '<div bgcolor="#FFFFFF"><p style="background-color: rgb(255, 255, 255)">Hello</p></div>',
  ],
  ["coloured words", '<p style="color:#1f497d">Hello</p>'],
  [
    "an answer above somebody's newsletter",
    `<p>Please take me off.</p><blockquote type="cite">${NEWSLETTER}<div bgcolor="#123456">x</div></blockquote>`,
  ],
  ["nothing", ""],
])("%s follows the theme", (_what, html) => {
  expect(isDesignedHtml(html)).toBe(false);
});
