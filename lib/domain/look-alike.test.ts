import { expect, test } from "vitest";
import { looksLike } from "./look-alike";

test.each([
  ["egefrio.com", "egefrlo.com"],
  ["egefrio.com", "egefrio.co"],
  ["acme.com", "аcme.com"],
  ["paypal.com", "paypa1.com"],
  ["modern.io", "modem.io"],
  ["ledgerline.test", "ledgerlline.test"],
  ["ledgerline.test", "ledgerlin.test"],
  ["ledgerline.test", "legderline.test"],
  ["ledgerline.test", "mail.ledger-line.test"],
  ["twillow.co.uk", "tvvillow.co.uk"],
  ["café.example", "cafe.example"],
])("%s is not %s, which looks like it", (known, other) => {
  expect(looksLike(other, known)).toBe(true);
  expect(looksLike(known, other)).toBe(true);
});

test.each([
  ["acme.com", "acme.com"],
  ["acme.com", "mail.acme.com"],
  ["acme.co.uk", "news.acme.co.uk"],
  ["acme.com", "acme.de"],
  ["ibm.com", "ibn.com"],
  ["acme.com", "summit.com"],
  ["ledgerline.test", "ledgerlines-two.test"],
  ["gmail.com", "gmx.com"],
  ["", "acme.com"],
])("%s and %s do not look alike, or are the same", (known, other) => {
  expect(looksLike(other, known)).toBe(false);
});
