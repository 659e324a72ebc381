import { useTranslations } from "next-intl";

/** What is known of a failure beyond its reason: our own words where we refused, else the server's, quoted. */
export function useDetailWords(): (detail: string) => string {
  const t = useTranslations("settings.mailboxes");
  return (detail) => {
    const key = `ourWords.${detail as "unresolvable"}` as const;
    return t.has(key) ? t(key) : t("theirWords", { words: detail });
  };
}
