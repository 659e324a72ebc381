import { expect, test } from "vitest";
import { textLinks } from "./text-links";

const hrefs = (text: string) => textLinks(text).flatMap(({ href }) => href ?? []);

test("a web address becomes a link without the sentence's punctuation", () => {
  expect(hrefs("See https://a.test/x?y=1, or (https://b.test/wiki_(x)).")).toEqual([
    "https://a.test/x?y=1",
    "https://b.test/wiki_(x)",
  ]);
});

test("an address without its scheme is one when it begins with www and has a host", () => {
  expect(hrefs("Book at www.lead.test/demo, or WWW.Lead.test.")).toEqual([
    "https://www.lead.test/demo",
    "https://WWW.Lead.test",
  ]);
  expect(hrefs("www. www.x www..test sam@www.lead.test awww.lead.test lead.test")).toEqual([]);
});

test("nothing but http and https is ever a link", () => {
  expect(hrefs("javascript:alert(1) data:text/html,x ftp://x.test mailto:a@b.test")).toEqual([]);
  expect(hrefs('https://x.test/"onmouseover="alert(1)')).toEqual(["https://x.test/"]);
});

test("the pieces are the text", () => {
  const text = "One https://a.test two\nhttps://b.test";
  expect(
    textLinks(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test.each([")", "."])("an address with endless signs behind it costs no more than its length: %s", (sign) => {
  const started = performance.now();
  textLinks(`http://lead.test/${sign.repeat(200_000)}x http://lead.test/${sign.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(1_000);
});
