import { expect, test } from "vitest";
import { printDocument } from "./print-document";

const message = {
  author: "Ana <b>",
  head: [
    ["To", "sam@acme.test"],
    ["Cc", ""],
  ] as [string, string][],
  html: "",
  text: "",
  isForward: false,
};
const printed = (parts: Partial<typeof message>, isWhole = true) =>
  printDocument({
    title: 'A "question"',
    lang: "en",
    messages: [{ ...message, ...parts }],
    isWhole,
    leftOut: (lines) => `${lines} lines left out`,
  });

test("heads and plain text are text, and lines of the head without a value are not there", () => {
  const document = printed({ text: "1 < 2\n<script>x</script>" });
  expect(document).toContain("<title>A &quot;question&quot;</title>");
  expect(document).toContain('<h2 dir="auto">Ana &lt;b&gt;</h2>');
  expect(document).toContain("<pre>1 &lt; 2\n&lt;script&gt;x&lt;/script&gt;</pre>");
  expect(document).toContain("<dt>To</dt>");
  expect(document).not.toContain("<dt>Cc</dt>");
});

test("history is left out of a whole thread, and stays in a message by itself", () => {
  const html = "<p>Yes.</p><blockquote><p>One?</p></blockquote>";
  expect(printed({ html })).toContain('<p>Yes.</p><p class="left-out">1 lines left out</p>');
  expect(printed({ html }, false)).toContain(html);
  expect(printed({ html, isForward: true })).toContain(html);
});
