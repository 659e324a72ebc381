import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition";

test("a name in any script arrives whole, and as ASCII for old clients", () => {
  expect(contentDisposition("attachment", "فواتير.pdf")).toBe(
    "attachment; filename=\"______.pdf\"; filename*=UTF-8''%D9%81%D9%88%D8%A7%D8%AA%D9%8A%D8%B1.pdf",
  );
});

test("a hostile name stays inside its quotes and its folder", () => {
  expect(contentDisposition("attachment", 'a"\r\nSet-Cookie: x;../../b')).toBe(
    "attachment; filename=\"a___Set-Cookie: x_.._.._b\"; filename*=UTF-8''a%22__Set-Cookie%3A%20x%3B.._.._b",
  );
  expect(contentDisposition("inline", "\u202e")).toContain('filename="_"');
  expect(contentDisposition("inline", "")).toContain('filename="file"');
});
