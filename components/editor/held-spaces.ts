import { Fragment, type Node } from "@tiptap/pm/model";

const PICTURE = "\ufffc";

/**
 * A text whose runs of spaces, and spaces at a line's ends, hold by no-break spaces: the editor shows each, a mail program folds
 * them. Tabs are four. Blocks of code stay, since every program keeps theirs.
 */
export function heldSpaces(node: Node): Node {
  if (node.type.spec.code) return node;
  const content = node.isTextblock ? heldLines(node) : childrenOf(node).map(heldSpaces);
  return node.copy(Fragment.from(content));
}

/** Formatting parts a run of spaces, but does not keep it from being folded: a line is looked at as one. */
function heldLines(block: Node): Node[] {
  const children = childrenOf(block).map(withoutTabs);
  const text = held(children.map(textOf).join(""));
  let at = 0;
  return children.map((child) => {
    const from = at;
    at += textOf(child).length;
    return child.isText ? child.type.schema.text(text.slice(from, at), child.marks) : child;
  });
}

const held = (text: string): string =>
  text.replace(/^ /gm, "\u00a0").replace(/ {2}/g, " \u00a0").replace(/ $/gm, "\u00a0");

const textOf = (node: Node): string => (node.isText ? node.text! : node.type.name === "hardBreak" ? "\n" : PICTURE);

const withoutTabs = (node: Node): Node =>
  node.isText ? node.type.schema.text(node.text!.replaceAll("\t", "    "), node.marks) : node;

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => children.push(child));
  return children;
}
