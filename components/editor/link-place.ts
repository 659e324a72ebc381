import type { Editor } from "@tiptap/core";

/** What a bubble about a link stands at: the link, or the chosen words that are to become one. */
export const linkPlace = (editor: Editor) => ({
  getBoundingClientRect: () => {
    const { view, state } = editor;
    const { from, to } = state.selection;
    const { node } = view.domAtPos(from);
    const link = (node instanceof Element ? node : node.parentElement)?.closest("a");
    if (link && view.dom.contains(link)) return link.getBoundingClientRect();
    const [start, end] = [view.coordsAtPos(from), view.coordsAtPos(to)];
    return new DOMRect(start.left, start.top, Math.max(0, end.right - start.left), end.bottom - start.top);
  },
  contextElement: editor.view.dom,
});
