"use client";

import { useTranslations } from "next-intl";
import { chooseTheme, chosenTheme, isTheme, type Theme, THEMES } from "@/components/shell/theme";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useHydrated } from "@/components/ui/use-hydrated";
import { AFTER_DONE, AFTER_SEND, DENSITIES, IMAGE_CHOICES } from "@/lib/domain/preferences";
import { LanguagePreference } from "./language-preference";
import { NotifyPreference } from "./notify-preference";
import { usePreferences } from "./use-preferences";

/** How the person likes to work, and who `answers` what comes after it; each choice is saved at once. */
export function PreferencesSettings({ theme, answers }: { theme: Theme; answers: boolean }) {
  const t = useTranslations("settings.preferences");
  const { preferences, change } = usePreferences();
  return (
    <section aria-labelledby="preferences-title" className="flex flex-col gap-4">
      <h2 id="preferences-title" className="text-16 font-strong tracking-tight">
        {t("title")}
      </h2>
      {answers ? (
        <>
          <Choice
            name="afterDone"
            choices={AFTER_DONE}
            value={preferences.afterDone}
            onChange={(afterDone) => void change({ afterDone })}
          />
          <Choice
            name="afterSend"
            choices={AFTER_SEND}
            value={preferences.afterSend}
            onChange={(afterSend) => void change({ afterSend })}
          />
        </>
      ) : null}
      <Choice
        name="density"
        choices={DENSITIES}
        value={preferences.density}
        onChange={(density) => void change({ density })}
      />
      <Choice
        name="images"
        hint
        choices={IMAGE_CHOICES}
        value={preferences.images}
        onChange={(images) => void change({ images })}
      />
      <ThemeChoice theme={theme} />
      <LanguagePreference value={preferences.locale} />
      <NotifyPreference isOn={preferences.notify} onChange={(notify) => void change({ notify })} />
    </section>
  );
}

type ChoiceProps<Value extends string> = {
  name: "afterDone" | "afterSend" | "density" | "images";
  /** There is more to say than the choices do. */
  hint?: boolean;
  choices: readonly Value[];
  value: Value;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ name, hint = false, choices, value, onChange }: ChoiceProps<Value>) {
  const t = useTranslations("settings.preferences");
  return (
    <Field label={t(`${name}.label`)} {...(hint ? { hint: t(`${name}.hint` as "images.hint") } : {})}>
      {(control) => (
        <Select
          {...control}
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice === event.target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`${name}.${choice}` as "density.compact")}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The theme belongs to the browser, not to the person: a laptop may be dark and the office light. */
function ThemeChoice({ theme }: { theme: Theme }) {
  const t = useTranslations("settings.preferences");
  const words = useTranslations("shell.account");
  const now = useHydrated() ? chosenTheme() : theme;
  return (
    <Field label={words("theme")} hint={t("themeHint")}>
      {(control) => (
        <Select
          key={now}
          {...control}
          defaultValue={now}
          onChange={(event) => isTheme(event.target.value) && chooseTheme(event.target.value)}
        >
          {THEMES.map((value) => (
            <option key={value} value={value}>
              {words(value)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
