import { expect, test } from "vitest";
import { withMarkedLinks } from "./marked-links";

const marked = (html: string) => withMarkedLinks(html, (target) => `goes to ${target}`);

test("a link that names another site gets a mark behind it, words and markup stay", () => {
  const link = '<a href="https://evil.test/?a=1&amp;b=2" rel="x"><b>https://</b>bank.test</a>';
  expect(marked(`<p>Pay at ${link} today</p>`)).toBe(
    `<p>Pay at ${link}<span class="leads-to">goes to evil.test</span> today</p>`,
  );
});

test("honest links, links without words and names that are no link stay as they are", () => {
  const html =
    '<a href="https://bank.test/">bank.test</a> <a href="https://evil.test/">here</a> <a id="m-x">bank.test</a><a href="https://evil.test/"><img alt="bank.test" /></a>';
  expect(marked(html)).toBe(html);
});

test("one link's words are not taken for another's", () => {
  const html = '<a id="m-x">bank.test</a><a href="https://evil.test/">bank.test</a>';
  expect(marked(html)).toBe(`${html}<span class="leads-to">goes to evil.test</span>`);
});

test("a link inside a link, which the browser takes out of it, is looked at by itself", () => {
  const html = '<a href="https://bank.test/"><a href="https://evil.test/">bank.test</a></a>';
  expect(marked(html)).toContain('bank.test</a><span class="leads-to">goes to evil.test</span>');
});

test("a long message of links is read in a moment", () => {
  const html = '<a href="https://a.test/">'.repeat(20_000);
  const from = performance.now();
  marked(html);
  expect(performance.now() - from).toBeLessThan(2_000);
});

test("a title that looks like the address does not hide where a link leads", () => {
  expect(marked('<a title="a href=" href="https://evil.test/">bank.test</a>')).toContain("goes to evil.test");
});
