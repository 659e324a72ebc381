import { TaskItem } from "@tiptap/extension-list";

/** A line of a check-list. In mail its box is a character, which is no part of the text here. */
export const CheckItem = TaskItem.extend({
  parseHTML() {
    return [{ tag: `li[data-type="${this.name}"]`, priority: 51, contentElement: withoutBox }];
  },
});

function withoutBox(item: HTMLElement): HTMLElement {
  // As it is copied within an editor: a label with the box, and the text.
  const copied = item.querySelector<HTMLElement>(":scope > label + div");
  if (copied) return copied;
  const first = document.createTreeWalker(item, NodeFilter.SHOW_TEXT).nextNode();
  if (first?.nodeValue) first.nodeValue = first.nodeValue.replace(/^\s*[☐☑☒]\s?/u, "");
  return item;
}
