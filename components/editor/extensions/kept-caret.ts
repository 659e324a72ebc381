import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/**
 * Who comes back to the text from a menu or a dialog finds the caret where it was. A browser puts it at the beginning, and
 * ProseMirror sets that right some 20 ms later: what was typed in between stood before everything else.
 */
export const KeptCaret = Extension.create({
  name: "keptCaret",
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const text = view.dom;
        text.focus = (options) => {
          const had = view.hasFocus();
          HTMLElement.prototype.focus.call(text, options);
          // The view asks for the focus once more, by the same way, and has it by then.
          if (!had && !view.isDestroyed && view.hasFocus()) view.focus();
        };
        return { destroy: () => void Reflect.deleteProperty(text, "focus") };
      },
    }),
  ],
});
