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
  expect(hrefs("www. www.x www..test awww.lead.test lead.test")).toEqual([]);
});

test("somebody's address becomes a link to write to, whatever stands around it", () => {
  expect(hrefs("Ask Jane <jane.doe+sales@lead.test>, or (ben@www.lead.test). E-Mail:ana@büro.test")).toEqual([
    "mailto:jane.doe%2Bsales@lead.test",
    "mailto:ben@www.lead.test",
    "mailto:ana@b%C3%BCro.test",
  ]);
  expect(hrefs("jane@lead a@b@c.test @lead.test jane@ -- @jane jane@lead..test")).toEqual([]);
  expect(hrefs("https://lead.test/jane@lead.test")).toEqual(["https://lead.test/jane@lead.test"]);
});

test("nothing but http, https and mail is ever a link", () => {
  expect(hrefs("javascript:alert(1) data:text/html,x ftp://x.test tel:555")).toEqual([]);
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

test.each(["a.", "a@a.", "a@"])("what is nearly an address costs no more than its length: %s", (sign) => {
  const started = performance.now();
  textLinks(sign.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(1_000);
});

test.each([")", "."])("an address with endless signs behind it costs no more than its length: %s", (sign) => {
  const started = performance.now();
  textLinks(`http://lead.test/${sign.repeat(200_000)}x http://lead.test/${sign.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(1_000);
});
