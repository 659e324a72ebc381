import { useTranslations } from "next-intl";

/** Puts into words why a message counts as automatic, or has its category: a closed word, a colon and what was found. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations("thread.reason");
  return (reason) => {
    const colon = reason.indexOf(": ");
    const word = colon < 0 ? reason : reason.slice(0, colon);
    const found = colon < 0 ? "" : reason.slice(colon + 2);
    return t.has(word as "words") ? t(word as "words", { found }) : reason;
  };
}
