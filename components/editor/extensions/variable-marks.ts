import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { Extension } from "@tiptap/react";
import { textTokens, tokenValue, type VariableToken } from "@/lib/domain/template-tokens";
import type { VariableSource } from "@/lib/domain/template-variables";
import type { TemplateStore } from "../template-store";

const KEY = new PluginKey<DecorationSet>("variableMarks");

/** Shows what variables are: what is filled has a dotted line under it, what is open is a red chip. The text itself stays as it is. */
export const variableMarks = (store: TemplateStore) =>
  Extension.create({
    name: "variableMarks",
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin<DecorationSet>({
          key: KEY,
          state: {
            init: (_config, state) => marksOf(state.doc, store.source()),
            apply: (change, marks) =>
              change.docChanged || change.getMeta(KEY) ? marksOf(change.doc, store.source()) : marks,
          },
          props: { decorations: (state: EditorState) => KEY.getState(state) },
          view: (view) => {
            store.show = () => {
              const open = openVariableAt(view.state.doc, store.source());
              return open !== null && editor.chain().focus().setTextSelection(open).scrollIntoView().run();
            };
            return { destroy: store.subscribeSource(() => view.dispatch(view.state.tr.setMeta(KEY, true))) };
          },
        }),
      ];
    },
  });

/** Where the first open variable stands; also a link whose address holds one. */
function openVariableAt(doc: Node, source: VariableSource | null): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, at) => {
    if (found) return false;
    const href = node.marks.find(({ type }) => type.name === "link")?.attrs.href as unknown;
    if (typeof href === "string" && openIn(href, source)) found = { from: at, to: at + node.nodeSize };
    else if (node.isTextblock) {
      const token = tokensOf(node).find((each) => isOpen(each, source));
      if (token) found = { from: at + 1 + token.start, to: at + 1 + token.end };
    }
    return !found;
  });
  return found;
}

function marksOf(doc: Node, source: VariableSource | null): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    for (const token of tokensOf(node)) {
      const value = source ? tokenValue(token, source) : null;
      marks.push(
        Decoration.inline(at + 1 + token.start, at + 1 + token.end, {
          class: "variable",
          "data-variable": isOpen(token, source) ? "open" : "filled",
          ...(value ? { title: value } : {}),
        }),
      );
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}

/** Every leaf of a line is one place in the document, so that places in this text are places there. */
const tokensOf = (block: Node): VariableToken[] =>
  textTokens(
    block.textBetween(0, block.content.size, undefined, (leaf) => (leaf.type.name === "hardBreak" ? " " : "\ufffc")),
  ).filter((token) => token.kind === "variable");

const isOpen = (token: VariableToken, source: VariableSource | null): boolean =>
  source ? tokenValue(token, source) === null : token.variable === null;

const openIn = (href: string, source: VariableSource | null): boolean =>
  textTokens(decoded(href)).some((token) => token.kind === "variable" && isOpen(token, source));

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
