import { useTranslations } from "next-intl";
import { changedText, type Stretch } from "./changed-text";

/** A passage with other words for it: what goes is struck out, what comes is marked. */
export function SuggestedWords({ quote, suggestion }: { quote: string; suggestion: string }) {
  const t = useTranslations("composer.returned");
  return (
    <p data-suggestion className="wrap-anywhere whitespace-pre-wrap">
      {/* A paragraph takes no name of its own. */}
      <span className="sr-only">{`${t("suggestion")}: `}</span>
      {stretchesOf(quote, suggestion).map(({ text, kind }, index) =>
        kind === "removed" ? (
          <del key={index} className="rounded-1 bg-diff-del text-diff-del-text">
            {text}
          </del>
        ) : kind === "added" ? (
          <ins key={index} className="rounded-1 bg-diff-add text-diff-add-text no-underline">
            {text}
          </ins>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  );
}

type Words = Pick<Stretch, "text" | "kind">;

/** Word by word where most words stay; a sentence that is written anew is read as a whole. */
function stretchesOf(quote: string, suggestion: string): Words[] {
  const stretches = changedText(quote, suggestion, []);
  const same = stretches.filter(({ kind }) => kind === "same").reduce((sum, { text }) => sum + lettersOf(text), 0);
  if (suggestion === "" || same * 2 >= Math.min(lettersOf(quote), lettersOf(suggestion))) return stretches;
  return [
    { text: quote, kind: "removed" },
    { text: " ", kind: "same" },
    { text: suggestion, kind: "added" },
  ];
}

const lettersOf = (text: string): number => text.replace(/\s+/g, "").length;
