import { expect, test } from "vitest";
import { messageFrame } from "./message-frame";

const frame = (html: string, pictures: Parameters<typeof messageFrame>[0]["pictures"] = []) =>
  messageFrame({ html, title: "A <b>", lang: "en", pictures, quotedLines: (lines) => `${lines} quoted lines` });

test("pictures of the message come from its attachments, all others lose their address", () => {
  const pictures = [
    { contentId: "Logo@x", contentType: "image/png", url: "/api/attachments/1?inline=1" },
    { contentId: "evil@x", contentType: "image/svg+xml", url: "/api/attachments/2?inline=1" },
  ];
  const shown = frame(
    '<p><img src="cid:logo%40x"><img src="cid:evil@x"><img src="cid:none@x"><img src="https://t.test/p.gif" srcset="a 2x"><img src="/api/auth/signout"><img src="data:image/png;base64,AA=="></p>',
    pictures,
  );
  expect(shown).toContain(
    '<p><img src="/api/attachments/1?inline=1"><img><img><img><img><img src="data:image/png;base64,AA=="></p>',
  );
});

test("words that look like an attribute stay in the text", () => {
  expect(frame('<p>Write src="cid:x" there</p>')).toContain('<p>Write src="cid:x" there</p>');
});

test("history folds without a script, and the title is text", () => {
  const shown = frame("<p>Yes.</p><blockquote>One?</blockquote>");
  expect(shown).toContain(
    '<details class="fold"><summary>1 quoted lines</summary><blockquote>One?</blockquote></details>',
  );
  expect(shown).toContain("<title>A &lt;b&gt;</title>");
});

test("mail with tables or backgrounds is designed, words about them are not", () => {
  expect(frame("<table><tr><td>x</td></tr></table>")).toContain('data-kind="designed"');
  expect(frame('<div style="color:red;background-color:#fff">x</div>')).toContain('data-kind="designed"');
  expect(frame("<p>My background is in tables</p>")).toContain('data-kind="simple"');
});
