import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** Of Markdown's signs one behind a space closes nothing (CommonMark 6.2): "12 * 49 * 3" is a sum, and no slanted 49. */
export const ClosingSigns = Extension.create({
  name: "closingSigns",
  // Before the rules that would take it for the end of a mark.
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, from, to, text) => {
          if (!/^[*_~`]$/.test(text) || !/\s/.test(view.state.doc.textBetween(Math.max(0, from - 1), from)))
            return false;
          view.dispatch(view.state.tr.insertText(text, from, to));
          return true;
        },
      },
    }),
  ],
});
