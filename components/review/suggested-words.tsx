import { useTranslations } from "next-intl";
import { changedText } from "./changed-text";

/** A passage with other words for it: what goes is struck out, what comes is marked. */
export function SuggestedWords({ quote, suggestion }: { quote: string; suggestion: string }) {
  const t = useTranslations("composer.returned");
  return (
    <p aria-label={t("suggestion")} data-suggestion className="wrap-anywhere whitespace-pre-wrap">
      {changedText(quote, suggestion, []).map(({ text, kind }, index) =>
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
