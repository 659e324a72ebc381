import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { keepPlaces, leavePlace, PICTURE_PLACES, putPicture } from "./extensions/picture-places";
import { replyExtensions } from "./extensions/reply-extensions";

useDom();

let editor: Editor;
afterEach(() => editor.destroy());

function writing(html: string): void {
  editor = new Editor({
    element: null,
    extensions: replyExtensions({ placeholder: "", pictureWidth: "", checkBox: "" }),
    content: html,
    injectCSS: false,
  });
  // Without a page an editor has no plugins of its own accord.
  const { plugins } = editor.extensionManager;
  plugins.filter(({ spec }) => spec.key === PICTURE_PLACES).forEach((plugin) => editor.registerPlugin(plugin));
  editor.commands.setTextSelection(editor.state.doc.content.size - 1);
}

const arrived = (key: string) => putPicture(editor, key, { src: `/api/uploads/${key}`, alt: key, contentId: key });
/** The words, each picture as its name. */
const text = () =>
  editor.state.doc.textBetween(0, editor.state.doc.content.size, "|", ({ attrs }) => `[${String(attrs["alt"])}]`);
const write = (words: string) => editor.commands.insertContent(words);

test("a picture stands where it was pasted, whatever was written since", () => {
  writing("<p>before</p>");
  keepPlaces(editor, ["one"]);
  write(" after");
  arrived("one");
  write("!");
  expect(text()).toBe("before[one] after!");
});

test("words that are chosen when it arrives stay", () => {
  writing("<p>keep this</p>");
  keepPlaces(editor, ["one"]);
  editor.commands.selectAll();
  arrived("one");
  expect(text()).toBe("keep this[one]");
});

test("of several the first stays the first, whichever arrives first", () => {
  writing("<p>a</p>");
  keepPlaces(editor, ["one", "two", "three"]);
  write("z");
  arrived("two");
  arrived("three");
  arrived("one");
  expect(text()).toBe("a[one][two][three]z");
});

test("where its place is gone it stands at the end, and a place that is left keeps nothing", () => {
  writing("<p>all of this</p><p>goes</p>");
  editor.commands.setTextSelection(4);
  keepPlaces(editor, ["one", "two"]);
  leavePlace(editor, "two");
  editor.commands.setTextSelection({ from: 1, to: 12 });
  write("new");
  arrived("one");
  expect(text()).toBe("new|goes[one]");
});
