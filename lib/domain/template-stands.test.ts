import { expect, test } from "vitest";
import { templatesIn } from "./template-stands";

const TIMES = `<p>Hi {{lead.firstName | "there"}},</p><p>thank you for your <b>interest</b>. Would Tuesday at ten or Thursday at two suit you for a first call?</p>`;
const as = (words: string) => `<p>Hi Ana,</p><p>${words}</p>`;

test.each([
  [
    "as it was inserted",
    "thank you for your interest. Would Tuesday at ten or Thursday at two suit you for a first call?",
  ],
  [
    "with other times and words around it",
    "it was good to meet you! Thank you for your interest. Would Monday at nine suit you for a first call? Best, Sam",
  ],
  [
    "with one of its sentences alone, and as lines of text",
    "I shall be in Oslo anyway.<br>Would Tuesday at ten or Thursday<br>at two suit you for a first call?",
  ],
])("a text stands in a reply %s", (_how, words) => {
  expect(templatesIn(as(words))(TIMES)).toBe(true);
});

test.each([
  ["nothing is left of it", ""],
  [
    "other words took its place",
    "no problem at all. We would be glad to hear from you when the budget for next year is clear, and I will call you at ten on Tuesday.",
  ],
])("a text stands in no reply in which %s", (_why, words) => {
  expect(templatesIn(as(words))(TIMES)).toBe(false);
});

test("a word stands by itself, and what has no words cannot be missed", () => {
  expect(templatesIn("<p>Yes, gladly.</p>")("<p>Gladly</p>")).toBe(true);
  expect(templatesIn("<p>Yes, of course.</p>")("<p>Gladly</p>")).toBe(false);
  expect(templatesIn("<p>Ana</p>")("<p>{{lead.firstName}}</p>")).toBe(true);
});

test("where no spaces part words, the signs are counted", () => {
  const template = "<p>お問い合わせありがとうございます。来週火曜日の十時にお電話してもよろしいでしょうか。</p>";
  expect(templatesIn(template.replace("火", "水"))(template)).toBe(true);
  expect(templatesIn("<p>承知しました。</p>")(template)).toBe(false);
});
