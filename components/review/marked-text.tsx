import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { Passage } from "@/lib/domain/review";
import type { ReviewComment, ReviewVersion } from "@/lib/domain/review-view";
import { anchorsIn, changedText, type Stretch } from "./changed-text";

type MarkedTextProps = {
  version: ReviewVersion;
  /** The text before, whose changes are marked; null for none. */
  before: string | null;
  comments: ReviewComment[];
  isPlain: boolean;
  /** Words were chosen, to say something about them. */
  onPassage: (passage: Passage) => void;
};

/** A version's text with what is new and gone, and the passages that somebody has said something about. */
export function MarkedText({ version, before, comments, isPlain, onPassage }: MarkedTextProps) {
  const t = useTranslations("review.draft");
  const root = useRef<HTMLDivElement>(null);
  const { plain, number } = version;
  const stretches = changedText(before, plain, anchorsIn(plain, comments, number));
  const choose = useEffectEvent(() => {
    const chosen = chosenIn(root.current, plain);
    if (chosen) onPassage(chosen);
  });
  useEffect(() => {
    const onChoice = () => choose();
    document.addEventListener("selectionchange", onChoice);
    return () => document.removeEventListener("selectionchange", onChoice);
  }, []);
  return (
    <section
      ref={root}
      dir="auto"
      data-marked
      aria-label={t("text")}
      className={cn("max-w-measure wrap-anywhere whitespace-pre-wrap", isPlain ? "font-mono text-12" : "text-14")}
    >
      {stretches.map((stretch, index) => (
        <Part key={index} stretch={stretch} />
      ))}
    </section>
  );
}

function Part({ stretch: { text, kind, start, commentId } }: { stretch: Stretch }) {
  const marked = commentId ? (
    <mark data-comment={commentId} className="border-b-2 border-warn-mark bg-anchor text-inherit">
      {text}
    </mark>
  ) : (
    text
  );
  if (kind === "removed") return <del className="bg-diff-del text-diff-del-text">{text}</del>;
  if (kind === "added")
    return (
      <ins data-start={start ?? undefined} className="bg-diff-add text-diff-add-text no-underline">
        {marked}
      </ins>
    );
  return <span data-start={start ?? undefined}>{marked}</span>;
}

/** The chosen words as a passage of the text; null for none, or where they begin or end outside of it. */
function chosenIn(root: HTMLElement | null, plain: string): Passage | null {
  const selection = document.getSelection();
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [
    placeOf(root, range.startContainer, range.startOffset),
    placeOf(root, range.endContainer, range.endOffset),
  ];
  if (start === null || end === null || end <= start) return null;
  const quote = plain.slice(start, end).slice(0, MOST_CHARACTERS);
  return quote.trim() === "" ? null : { quote, start };
}

const MOST_CHARACTERS = 2000;

/** Where a place of the page lies in the text; what is gone is not in it. */
function placeOf(root: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  if (!element || !root.contains(element)) return null;
  const stretch = element.closest<HTMLElement>("[data-start]");
  if (!stretch) return null;
  const inside = document.createRange();
  inside.setStart(stretch, 0);
  inside.setEnd(node, offset);
  return Number(stretch.dataset.start) + inside.toString().length;
}
