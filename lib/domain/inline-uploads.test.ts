import { expect, test } from "vitest";
import { inlineUploadsOf, withInlineParts, withRestoredUploads } from "./inline-uploads";

const A = "0198c0de-0000-7000-8000-00000000000a";
const B = "0198c0de-0000-7000-8000-00000000000b";

test("own uploads shown as images are found, in order and once", () => {
  const html = `<p>See</p><img alt="a > b" src="/api/uploads/${B}"><IMG SRC='/api/uploads/${A}'/><img src=/api/uploads/${B}>`;
  expect(inlineUploadsOf(html)).toEqual([B, A]);
});

test("only this app's own addresses count", () => {
  const html = `<img src="http://localhost:3000/api/uploads/${A}"><img src="https://elsewhere.test/api/uploads/${B}">`;
  expect(inlineUploadsOf(html, "http://localhost:3000")).toEqual([A]);
  expect(inlineUploadsOf(html)).toEqual([]);
});

test("an address in a text, a link, another attribute or a longer path is no image", () => {
  const html = `<a href="/api/uploads/${A}">x</a><img alt="src=/api/uploads/${A}" src="/api/uploads/${A}/raw">/api/uploads/${A}`;
  expect(inlineUploadsOf(html)).toEqual([]);
});

test("attributes without an end cost no more than their length", () => {
  const started = performance.now();
  expect(inlineUploadsOf(`<img ${"a".repeat(300_000)}><img src="/api/uploads/${A}">`)).toEqual([A]);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("the body leaves with its parts named, and what has no part stays as it is", () => {
  const html = `<p><img src="/api/uploads/${A}" alt="a"><img src="/api/uploads/${B}"></p>`;
  const sent = withInlineParts(html, (id) => (id === A ? "a@mail.test" : undefined));
  expect(sent).toBe(`<p><img src="cid:a@mail.test" alt="a"><img src="/api/uploads/${B}"></p>`);
});

test("a sent body is written on with its pictures where they were", () => {
  const sent = `<img src="cid:a@mail.test"><img src="cid:gone@mail.test">`;
  const reopened = withRestoredUploads(sent, (contentId) => (contentId === "a@mail.test" ? A : undefined));
  expect(reopened).toBe(`<img src="/api/uploads/${A}"><img src="cid:gone@mail.test">`);
});
