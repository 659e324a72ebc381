import { expect, test } from "vitest";
import { isLinkTarget } from "./link-target";

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
