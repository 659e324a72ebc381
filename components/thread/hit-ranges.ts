import { hitsIn, type SearchMark } from "@/lib/domain/search-marks";

/** A hit in the text of a message as it is drawn; the frame it stands in, if it stands in one. */
export type DrawnHit = { messageId: string; nth: number; range: Range; frame: HTMLIFrameElement | null };

const MOST_LETTERS = 200_000;

/** All hits in the messages that are drawn open, in their order. Folded history has none until it is unfolded. */
export function drawnHits(scroller: HTMLElement, marks: SearchMark[]): DrawnHit[] {
  return [...scroller.querySelectorAll<HTMLElement>("article[data-message]")].flatMap((message) => {
    const messageId = message.dataset["message"]!;
    const texts = [...message.querySelectorAll<HTMLElement>("[data-mail-text], iframe")];
    const ranges = texts.flatMap((text) => {
      const frame = text instanceof HTMLIFrameElement ? text : null;
      const root = frame ? bodyOf(frame) : text;
      return root ? rangesIn(root, marks).map((range) => ({ range, frame })) : [];
    });
    return ranges.map((each, nth) => ({ messageId, nth, ...each }));
  });
}

/** A frame that is still loading has no document of its own yet. */
const bodyOf = ({ contentDocument }: HTMLIFrameElement): HTMLElement | null =>
  contentDocument?.querySelector<HTMLElement>(":root[data-kind] > body") ?? null;

function rangesIn(root: HTMLElement, marks: SearchMark[]): Range[] {
  const { text, nodes } = readText(root);
  return hitsIn(text, marks).map(({ start, end }) => {
    const range = root.ownerDocument.createRange();
    range.setStart(...placeOf(nodes, start, false));
    range.setEnd(...placeOf(nodes, end, true));
    return range;
  });
}

type TextPlace = { node: Text; start: number };

/** The words as they are read: blocks and line breaks part them, a bold letter does not. */
function readText(root: HTMLElement): { text: string; nodes: TextPlace[] } {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    isHidden(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: TextPlace[] = [];
  let text = "";
  let block: Element | null = null;
  for (let node = walker.nextNode(); node && text.length < MOST_LETTERS; node = walker.nextNode()) {
    if (node.nodeName === "BR") text += "\n";
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const own = blockOf(node.parentElement!, root);
    if (own !== block) text += "\n";
    block = own;
    nodes.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  return { text, nodes };
}

const isHidden = (node: Node): boolean =>
  node.nodeName === "STYLE" || (node.nodeName === "DETAILS" && !(node as HTMLDetailsElement).open);

function blockOf(element: Element, root: Element): Element {
  const view = root.ownerDocument.defaultView!;
  let at = element;
  while (at !== root && at.parentElement && view.getComputedStyle(at).display.startsWith("inline"))
    at = at.parentElement;
  return at;
}

/** The node and the offset in it; an end at a node's beginning belongs to the node before. */
function placeOf(nodes: TextPlace[], offset: number, isEnd: boolean): [Text, number] {
  const after = nodes.findIndex(({ start }) => (isEnd ? start >= offset : start > offset));
  const { node, start } = nodes[(after === -1 ? nodes.length : after) - 1]!;
  return [node, offset - start];
}

const HIT = "search-hit";
const NOW = "search-hit-now";

/** Colours hits without touching the mail's own elements, in the page and in the frames of messages. */
export function paintHits(hits: DrawnHit[], now: DrawnHit | undefined, scroller: HTMLElement): void {
  const frames = [...scroller.querySelectorAll("iframe")].map(({ contentWindow }) => contentWindow);
  for (const view of [window, ...frames]) {
    const own = view as (Window & typeof globalThis) | null;
    if (!own?.CSS?.highlights) continue;
    const ranges = hits.filter(({ range }) => range.startContainer.ownerDocument === own.document);
    own.CSS.highlights.set(HIT, new own.Highlight(...ranges.filter((hit) => hit !== now).map(({ range }) => range)));
    own.CSS.highlights.set(NOW, new own.Highlight(...ranges.filter((hit) => hit === now).map(({ range }) => range)));
    if (own !== window && ranges.length > 0) giveColours(own.document);
  }
}

export const clearHits = (scroller: HTMLElement): void => paintHits([], undefined, scroller);

/** A frame knows none of the page's colours. Mail keeps its own, but for the words that are marked. */
function giveColours(inner: Document): void {
  if (inner.head.querySelector("style[data-hits]")) return;
  const style = inner.createElement("style");
  style.dataset["hits"] = "";
  style.textContent = `::highlight(${HIT}){background:#fae8ad;color:#191c1b}::highlight(${NOW}){background:#f2cb62;color:#191c1b;text-decoration:underline 2px}@media (forced-colors:active){::highlight(${HIT}),::highlight(${NOW}){background:Mark;color:MarkText}}`;
  inner.head.append(style);
}

/** Brings a hit into view, a third of the way down, if it is not there. */
export function revealHit({ range, frame }: DrawnHit, scroller: HTMLElement): void {
  const { top, bottom } = range.getBoundingClientRect();
  const box = scroller.getBoundingClientRect();
  const shift = (frame?.getBoundingClientRect().top ?? 0) - box.top;
  if (top + shift >= 0 && bottom + shift <= box.height) return;
  scroller.scrollTop += top + shift - box.height / 3;
}
