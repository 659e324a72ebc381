import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SettingsPage } from "@/components/settings/settings-pages";

/** The metadata of a page of the settings: its tab is named as its entry in their list. */
export function settingsTitle(page: SettingsPage["key"]): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations("settings.pages"))(page) });
}
