import { expect, test } from "vitest";
import { messageFrame } from "./message-frame";

type Frame = Parameters<typeof messageFrame>[0];
const frame = (html: string, { subject = "A <b>", pictures = [], remotePicture = () => null }: Partial<Frame> = {}) =>
  messageFrame({
    html,
    subject,
    lang: "en",
    pictures,
    remotePicture,
    leadsTo: (target) => `goes to ${target}`,
    quotedLines: (lines) => `${lines} quoted lines`,
  });

test("pictures of the message come from its attachments, all others lose their address", () => {
  const pictures = [
    { contentId: "Logo@x", contentType: "image/png", url: "/api/attachments/1?inline=1" },
    { contentId: "evil@x", contentType: "image/svg+xml", url: "/api/attachments/2?inline=1" },
  ];
  const shown = frame(
    '<p><img src="cid:logo%40x"><img src="cid:evil@x"><img src="cid:none@x"><img src="https://t.test/p.gif" srcset="a 2x"><img src="/api/auth/signout"><img src="data:image/png;base64,AA=="></p>',
    { pictures },
  );
  expect(shown).toContain(
    '<p><img src="/api/attachments/1?inline=1"><img><img><img><img><img src="data:image/png;base64,AA=="></p>',
  );
});

test("words that look like an attribute stay in the text", () => {
  expect(frame('<p>Write src="cid:x" there</p>')).toContain('<p>Write src="cid:x" there</p>');
});

test("words within an attribute that look like a picture's address are left where they are", () => {
  const html = '<img alt="a src=" title=" src=" data-remote-src="https://t.test/p.gif">';
  expect(frame(html)).toContain(html);
});

test("history folds without a script, and the title is text", () => {
  const shown = frame("<p>Yes.</p><blockquote>One?</blockquote>");
  expect(shown).toContain(
    '<details class="fold" dir="auto"><summary>1 quoted lines</summary><blockquote>One?</blockquote></details>',
  );
  expect(shown).toContain("<title>A &lt;b&gt;</title>");
});

test("the frame says whether its mail is designed", () => {
  expect(frame("<table><tr><td>x</td></tr></table>")).toContain('data-kind="designed"');
  expect(frame("<p>My background is in tables</p>")).toContain('data-kind="simple"');
});

test("a picture on another server is drawn from where it is given, and no address of its own is loaded", () => {
  const html = '<p><img width="9" data-remote-src="https://cdn.test/a?x=1&amp;y=2" alt="A"></p>';
  expect(frame(html)).toContain(html);
  const asked: string[] = [];
  const shown = frame(html, { remotePicture: (url) => `/api/images/${asked.push(url)}` });
  expect(shown).toContain('<p><img width="9" src="/api/images/1" alt="A"></p>');
  expect(asked).toEqual(["https://cdn.test/a?x=1&y=2"]);
  expect(shown).not.toContain("cdn.test");
});

test("a link that says it leads elsewhere is marked in the text", () => {
  expect(frame('<p><a href="https://evil.test/x">bank.test</a></p>')).toContain("goes to evil.test</span>");
});

test("mail runs in the direction of its own words, and what it quotes in another one", () => {
  expect(frame("<p>שלום</p>")).toContain('<body dir="auto"><p>שלום</p>');
});

test("rules for some widths are the document's, and no words of the message", () => {
  const shown = frame(
    "<style>@media screen and (max-width:500px){.m-a{float:none!important}}</style><table><tr><td>x</td></tr></table>",
  );
  expect(shown).toMatch(/\.m-a\{float:none!important\}\}<\/style><\/head><body dir="auto"><table>/);
  expect(shown).toContain('data-kind="designed"');
});

test("designed mail is drawn in the mode that it was cut for", () => {
  expect(frame("<table><tr><td>x</td></tr></table>")).toMatch(
    /^<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD XHTML 1\.0 Transitional/,
  );
  expect(frame("<p>x</p>")).toMatch(/^<!doctype html><html/);
});

test("what a forward brings along stands open, an answer's history is folded", () => {
  const html = "<p>See below.</p><blockquote><p>One?</p></blockquote>";
  expect(frame(html, { subject: "Re: Fwd: Offer" })).toContain("<summary>1 quoted lines</summary>");
  expect(frame(html, { subject: "Fwd: Offer" })).not.toContain("<details");
});
