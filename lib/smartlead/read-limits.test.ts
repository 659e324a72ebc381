import { expect, test } from "vitest";
import { isHtmlDocument } from "./is-html-document";
import { readLimits } from "./read-limits";

const NOW = new Date("2026-11-20T10:00:00Z");
const blockedFor = (headers: Record<string, string>, text = "") =>
  (readLimits({ status: 429, headers, text }, NOW).blockedUntil!.getTime() - NOW.getTime()) / 1000;

test.each([
  ["seconds", { "retry-after": "30" }, "", 30],
  ["a date", { "retry-after": "Fri, 20 Nov 2026 10:00:45 GMT" }, "", 45],
  ["a date that is over", { "retry-after": "Fri, 20 Nov 2026 09:00:00 GMT" }, "", 0],
  ["nonsense, then the body", { "retry-after": "soon" }, '{"error":{"retry_after":7}}', 7],
  ["a text in the body", {}, '{"retryAfter":"12"}', 12],
  ["the end of the window, in seconds since 1970", { "x-ratelimit-reset": String(NOW.getTime() / 1000 + 20) }, "", 20],
  ["the end of the window, in ms since 1970", { "x-ratelimit-reset": String(NOW.getTime() + 20_000) }, "", 20],
  ["the end of the window, in seconds from now", { "x-ratelimit-reset": "20" }, "", 20],
  ["nothing", {}, "Too many requests", 60],
  ["more than an hour", { "retry-after": "999999999" }, "", 3600],
])("a 429 is waited for as it says: %s", (_what, headers, text, seconds) => {
  expect(blockedFor(headers as Record<string, string>, text)).toBe(seconds);
});

test("what is left is told by any answer, and only a 429 stops", () => {
  const headers = {
    "x-ratelimit-limit": "60",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": "5",
    "retry-after": "9",
  };

  expect(readLimits({ status: 200, headers, text: "" }, NOW)).toEqual({
    limit: 60,
    remaining: 0,
    resetAt: new Date(NOW.getTime() + 5000),
  });
  expect(readLimits({ status: 200, headers: { "x-ratelimit-remaining": "-1" }, text: "" }, NOW)).toEqual({});
});

test.each([
  ["<!DOCTYPE html><html></html>", true],
  ['\ufeff \n<html lang="en">', true],
  ["<!-- built --><!doctype HTML >", true],
  ["<?xml version='1.0'?><html>", true],
  ["<BODY>", true],
  ["Email added to the queue, will be sent out soon!", false],
  ["<p>Email added to the queue</p>", false],
  ["<header>", false],
  ["", false],
  ['{"html":"<html>"}', false],
])("%j is a page: %s", (body, isPage) => {
  expect(isHtmlDocument(body)).toBe(isPage);
});
