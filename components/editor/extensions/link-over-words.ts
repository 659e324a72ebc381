import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { caretBehind } from "../link-caret";
import { isSurelyLink, linkAddress } from "../link-target";

/** An address that is pasted over chosen words links them. The caret goes behind them: the next letter would replace them otherwise. */
export const LinkOverWords = Extension.create({
  name: "linkOverWords",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handlePaste: (_view, _event, { content }) => {
            const address = content.textBetween(0, content.size, "\n").trim();
            if (editor.state.selection.empty || !isSurelyLink(address)) return false;
            return editor
              .chain()
              .setLink({ href: linkAddress(address) })
              .command(caretBehind)
              .run();
          },
        },
      }),
    ];
  },
});
