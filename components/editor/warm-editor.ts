import { Editor } from "@tiptap/react";
import { replyExtensions } from "./extensions/reply-extensions";

/**
 * Builds an editor that nobody sees and takes it away. What is built the first time costs several times as much as later, and who
 * presses Reply would wait for it.
 */
export function warmEditor(): void {
  const element = document.createElement("div");
  new Editor({ element, extensions: replyExtensions(NO_WORDS), content: "<p>.</p>", injectCSS: false }).destroy();
}

/** Nothing is shown of it. */
const NO_WORDS = { placeholder: "", pictureWidth: "", checkBox: "" };
