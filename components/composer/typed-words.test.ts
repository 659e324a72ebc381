import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { withTyped } from "./typed-words";

const draft = { bodyHtml: "<p>Hi</p>" } as DraftContent;

test("what was typed before the editor came stands at the draft's end, as text", () => {
  expect(withTyped(draft, "a < b\nand more").bodyHtml).toBe("<p>Hi</p><p>a &lt; b<br>and more</p>");
  expect(withTyped(draft, "")).toBe(draft);
});
