import { useTranslations } from "next-intl";
import type { ReviewCause } from "@/lib/domain/review";

/** Why a reply waits, in few words for a row and in whole sentences. */
export function useCauseWords() {
  const t = useTranslations("review.cause");
  const because = (token: string): string => {
    const [kind = "", ...rest] = token.split(":");
    const value = rest.join(":");
    switch (kind) {
      case "new":
        return t("new", { days: Number(value) });
      case "words":
        return t("words", { word: value });
      case "files":
        return value ? t("filesOf", { ending: value }) : t("files");
      case "campaign":
      case "first":
      case "hours":
      case "person":
        return t(kind);
      default:
        return value;
    }
  };
  return {
    short: (causes: ReviewCause[]): string => {
      const [first] = causes;
      if (!first) return "";
      return first.kind === "request" ? t("request") : because(first.because[0] ?? "");
    },
    whole: (cause: ReviewCause, author: string): string => {
      if (cause.kind === "request")
        return t(cause.note ? "requestedWith" : "requested", { name: author, note: cause.note });
      return t("rule", { name: cause.name, because: cause.because.map(because).join(", ") });
    },
  };
}
