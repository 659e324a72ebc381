import { expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { wordLists } from "./pasted-word-lists";

useDom();

const item = (level: number, sign: string, words: string) =>
  `<p style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}<span>&nbsp; </span></span>${words}</p>`;

function listed(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  wordLists(body);
  return body.innerHTML;
}

test.each([
  ["bullets", item(1, "·", "a") + item(1, "·", "b"), "<ul><li>a</li><li>b</li></ul>"],
  [
    "numbers, letters, brackets",
    item(1, "1.", "a") + item(1, "b)", "b") + item(1, "(iv)", "c"),
    "<ol><li>a</li><li>b</li><li>c</li></ol>",
  ],
  [
    "levels down and up again",
    item(1, "·", "a") + item(2, "1.", "b") + item(3, "o", "c") + item(1, "·", "d"),
    "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>",
  ],
  [
    "bullets that become numbers",
    item(1, "·", "a") + item(1, "1.", "b") + item(1, "2.", "c"),
    "<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>",
  ],
  [
    "words between two",
    item(1, "·", "a") + "<p>x</p>" + item(1, "·", "b"),
    "<ul><li>a</li></ul><p>x</p><ul><li>b</li></ul>",
  ],
  ["a list that begins on its second level", item(2, "·", "a") + item(1, "·", "b"), "<ul><li>a</li><li>b</li></ul>"],
  ["formatted words", item(1, "·", "a <b>b</b>"), "<ul><li>a <b>b</b></li></ul>"],
])("%s", (_name, html, expected) => {
  expect(listed(html)).toBe(expected);
});

test.each([
  '<h1 style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>A numbered heading</h1>',
  '<p style="mso-list:none">no list</p>',
  '<p style="mso-list:l0 level1 lfo1">without a sign</p>',
  "<p>words</p>",
])("%s is no item", (html) => {
  expect(listed(html)).toBe(new DOMParser().parseFromString(html, "text/html").body.innerHTML);
});
