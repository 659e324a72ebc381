import Negotiator from "negotiator";
import type { Locale } from "@/lib/domain/locale";
import { LOCALES } from "@/lib/domain/preferences";

/**
 * The language of the interface: the one a member has chosen, else the browser's best one that the app speaks, else English.
 * @param accepted the header Accept-Language (RFC 9110, 12.5.4), null when there is none
 */
export function matchLocale(chosen: Locale | null, accepted: string | null): Locale {
  if (chosen) return chosen;
  // Without the header any language is acceptable (the same RFC): the first.
  const best = new Negotiator({ headers: accepted ? { "accept-language": accepted } : {} }).language([...LOCALES]);
  return LOCALES.find((locale) => locale === best) ?? "en";
}
