import { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { replyExtensions } from "./extensions/reply-extensions";
import { PlaceholderWords } from "./placeholder-words";

useDom();

test("an open empty text asks for what its reply has become", () => {
  const words = new PlaceholderWords("Write a reply");
  const element = document.createElement("div");
  const editor = new Editor({
    element,
    extensions: replyExtensions({ placeholder: words.read, pictureWidth: "", checkBox: "" }),
  });
  const asked = () => element.querySelector("[data-placeholder]")?.getAttribute("data-placeholder");
  expect(asked()).toBe("Write a reply");

  words.take("Write a word to go along");
  editor.view.dispatch(editor.state.tr);
  expect(asked()).toBe("Write a word to go along");
  editor.destroy();
});
