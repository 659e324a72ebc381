import { expect, test } from "vitest";
import { isLinkTarget, isMeantAsLink, isSurelyLink, linkAddress } from "./link-target";

test.each([
  "https://ledgerline.test/a?b#c",
  "http://x.test",
  "mailto:ana@lead.test",
  "tel:+4420",
  "ledgerline.test/demo",
  "host.test:8080/x",
])("%s may be linked", (url) => expect(isLinkTarget(url)).toBe(true));

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:x.y",
  "data:text/html,x",
  "file:///etc",
  "/inbox",
  "\\\\host.test\\share",
  "#top",
  "word",
  "https:",
  "",
])("%j may not be linked", (url) => expect(isLinkTarget(url)).toBe(false));

test.each([
  ["ledgerline.test/demo", "https://ledgerline.test/demo"],
  [" ana@lead.test ", "mailto:ana@lead.test"],
  ["host.test:8080/x", "https://host.test:8080/x"],
  ["http://x.test", "http://x.test"],
])("%j is kept as %s", (written, address) => expect(linkAddress(written)).toBe(address));

test.each([
  "ledgerline.com",
  "www.Ledgerline.Com",
  "https://x.test",
  "HTTPS://X.TEST/Y",
  "ana@lead.Com",
  "files.test/deck.zip",
  "host.zip/x",
])("%s becomes a link by itself", (written) => expect(isMeantAsLink(written)).toBe(true));

test.each(["Thanks.Best", "OK.Next", "deck.zip", "demo.mov", "README.md", "javascript:x.y", "word"])(
  "%s stays words",
  (written) => expect(isMeantAsLink(written)).toBe(false),
);

test.each(["https://x.test", "www.x.test", "ana@lead.test", "x.test/pricing", "mailto:a@b.test"])(
  "%s over chosen words links them",
  (pasted) => expect(isSurelyLink(pasted)).toBe(true),
);

test.each([
  "14.50",
  "27.11.2026",
  "1.250,00",
  "12.5%",
  "$3.50",
  "offer.pdf",
  "e.g.",
  "...",
  "x.test",
  "1.5/2.5",
  "5@5",
])("%s over chosen words replaces them", (pasted) => expect(isSurelyLink(pasted)).toBe(false));
