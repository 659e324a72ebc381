import { useLocale, useTranslations } from "next-intl";
import type { FieldComplaint } from "./composer-state";
import { fileSize } from "./file-size";

/** The sentence for what was refused; undefined where nothing was. An unforeseen reason still says what was kept. */
export function useProblemWords(): (complaint: FieldComplaint | undefined) => string | undefined {
  const t = useTranslations("composer.problem");
  const locale = useLocale();
  return (complaint) => {
    if (!complaint) return undefined;
    const { reason, values } = complaint;
    const { address = "", maximum = 0, name = "" } = values;
    // A size in bytes is said in megabytes, a number of addresses as it is.
    const limit = reason === "too_large" ? fileSize(Number(maximum), locale) : String(maximum);
    const key = reason as Parameters<typeof t.has>[0];
    return t(t.has(key) ? key : "unavailable", { address: String(address), limit, name: String(name) });
  };
}
