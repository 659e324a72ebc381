import { expect, test } from "vitest";
import { misleadingTarget } from "./misleading-link";

test.each([
  ["https://bank.test/login", "https://evil.example/login", "evil.example"],
  ["www.bank.com", "http://192.0.2.7/x", "192.0.2.7"],
  ["bank.com", "https://bank.com.evil.example/", "bank.com.evil.example"],
  ["portal.bank.com/pay", "https://track.mailer.net/c/1?u=https://bank.com", "track.mailer.net"],
  ["https://bank.com", "https://bаnk.com/", "xn--bnk-6cd.com"],
  ["ba\u200bnk.com", "https://evil.example/", "evil.example"],
  ["one.github.io", "https://two.github.io/", "two.github.io"],
  ["ana@lead.test", "mailto:ben@lead.test?subject=x", "ben@lead.test"],
])("the words “%s” over %s are marked", (words, href, target) => {
  expect(misleadingTarget(words, href)).toBe(target);
});

test.each([
  ["bank.com", "https://www.bank.com/login?next=1"],
  ["https://shop.acme.co.uk", "https://acme.co.uk/"],
  ["Read the rate table", "https://evil.example/"],
  ["Node.js", "https://nodejs.org/"],
  ["offer.pdf", "https://files.example/offer.pdf"],
  ["3.5 million", "https://numbers.example/"],
  ["münchen.example", "https://xn--mnchen-3ya.example/"],
  ["ana@lead.test", "mailto:Ana@lead.test"],
  ["Write to us", "mailto:ben@lead.test"],
  ["", "https://evil.example/"],
])("the words “%s” over %s are no lie", (words, href) => {
  expect(misleadingTarget(words, href)).toBeNull();
});
