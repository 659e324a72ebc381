import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBodyOf, textOfPlainBody } from "./plain-body";

test.each([
  ["one\ntwo\n\nthree", "<p>one<br>two<br><br>three</p>"],
  ["a  b\n  indented", "<p>a &nbsp;b<br>&nbsp; indented</p>"],
  ["1 < 2 & <b>x</b>", "<p>1 &lt; 2 &amp; &lt;b&gt;x&lt;/b&gt;</p>"],
  [" \n ", ""],
])("%j is the body %j", (text, html) => expect(plainBodyOf(text)).toBe(html));

test("every line comes back as it was written", () => {
  const words = fc.stringMatching(/^[a-zäß<>&"';.#0-9 -]{0,30}$/u);
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n").replace(/^\n+/u, "").trimEnd();
      fc.pre(text.trim() !== "");
      expect(textOfPlainBody(plainBodyOf(text))).toBe(text);
    }),
  );
});

test("a body of another kind loses its tags and keeps its lines", () => {
  expect(textOfPlainBody("<p>one</p><ul><li><b>two</b></li></ul><p>three &amp; four</p>")).toBe(
    "one\ntwo\nthree & four",
  );
});
