import { getRequestConfig } from "next-intl/server";
import { languageOf, LOCALE_TAGS, type Locale } from "@/lib/domain/locale";
import { requestLocale } from "./request-locale";

/** Each language's texts, read when somebody wants them. */
const CATALOGUES: Record<Locale, () => Promise<{ messages: Record<string, unknown> }>> = {
  en: () => import("./catalogues/en"),
  de: () => import("./catalogues/de"),
};

/** No language in the address. The time zone is the member's where a screen gives one, else UTC. */
export default getRequestConfig(async ({ locale: given }) => {
  const locale = given ? languageOf(given) : await requestLocale();
  const { messages } = await CATALOGUES[locale]();
  return { locale: LOCALE_TAGS[locale], timeZone: "UTC", messages };
});
