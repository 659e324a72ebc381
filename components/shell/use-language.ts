import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { savePreferences } from "@/lib/actions/members";
import type { Preferences } from "@/lib/domain/preferences";

/** Each language under its own name, by which those find it who read no other. */
export const LANGUAGE_NAMES = { en: "English", de: "Deutsch" } as const;

/**
 * Saves the language of the interface, null for the browser's, and loads the page anew in it: what is open stays at its
 * address, and a draft is kept as by every other way of leaving. @returns whether it was saved
 */
export function useLanguage(): (locale: Preferences["locale"]) => Promise<boolean> {
  const t = useTranslations("shell.account");
  return async (locale) => {
    const answer = await savePreferences({ locale }).catch(() => null);
    if (answer?.ok) window.location.reload();
    else toast(t("languageFailed"), { tone: "bad", id: "language" });
    return answer?.ok ?? false;
  };
}
