import { headers } from "next/headers";
import { cache } from "react";
import { getSession } from "@/lib/auth/actor";
import type { Locale } from "@/lib/domain/locale";
import { matchLocale } from "./match-locale";

/** The language in which a request is answered: its member's choice, else what its browser asks for. Looked up once a request. */
export const requestLocale = cache(async (): Promise<Locale> => {
  // A database that does not answer is the page's to say.
  const session = await getSession().catch(() => null);
  return matchLocale(session?.preferences.locale ?? null, (await headers()).get("accept-language"));
});
