import { useTranslations } from "next-intl";
import { useState } from "react";
import { LANGUAGE_NAMES, useLanguage } from "@/components/shell/use-language";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { LOCALES, type Preferences } from "@/lib/domain/preferences";

/** The language of the interface; the page follows at once. */
export function LanguagePreference({ value }: { value: Preferences["locale"] }) {
  const t = useTranslations("settings.preferences.language");
  const save = useLanguage();
  const [shown, setShown] = useState(value);
  const choose = async (next: Preferences["locale"]) => {
    setShown(next);
    if (!(await save(next))) setShown(value);
  };
  return (
    <Field label={t("label")} hint={t("hint")}>
      {(control) => (
        <Select
          {...control}
          value={shown ?? BROWSER}
          onChange={(event) => void choose(LOCALES.find((locale) => locale === event.target.value) ?? null)}
        >
          <option value={BROWSER}>{t("browser")}</option>
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {LANGUAGE_NAMES[locale]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const BROWSER = "browser";
