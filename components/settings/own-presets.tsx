import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { clockWords } from "@/components/composer/clock-words";
import { useOwnPresets } from "@/components/composer/use-own-presets";
import { useMonthFirst } from "@/components/fields/use-month-first";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { LONGEST_PRESET, MOST_PRESETS, ownPresets } from "@/lib/domain/own-presets";
import { useAskBeforeLeaving } from "./use-ask-before-leaving";

/** The times in words that the member keeps: what each means now by their own clock, another one, and fewer. */
export function OwnPresetsSettings() {
  const t = useTranslations("settings.presets");
  const words = useTranslations("composer.schedule.own");
  const locale = useLocale();
  const { viewer, now } = useViewer();
  const own = useOwnPresets();
  const zone = viewer.timeZone;
  const isMonthFirst = useMonthFirst();
  const meant = new Map(
    ownPresets(own.kept, { now, theirs: null, ours: zone, isMonthFirst }).map((preset) => [
      preset.words,
      preset.instant,
    ]),
  );
  const timeOf = (kept: string) => {
    const instant = meant.get(kept);
    return instant ? clockWords(instant, zone, now, locale).short : t("theirs");
  };
  return (
    <section aria-labelledby="presets-title" className="flex flex-col gap-3">
      <h2 id="presets-title" className="text-16 font-strong tracking-tight">
        {t("title")}
      </h2>
      <p className="text-text-2">{t("text")}</p>
      {own.kept.length > 0 ? (
        <ul aria-labelledby="presets-title" className="flex flex-col border-y border-line">
          {own.kept.map((kept) => (
            <li key={kept} className="flex min-h-control-lg items-center gap-3 not-last:border-b not-last:border-line">
              <span className="min-w-0 flex-1 truncate">{kept}</span>
              <span className="text-12 text-text-3 tabular-nums">{timeOf(kept)}</span>
              <IconButton
                label={words("forget", { words: kept })}
                onClick={({ currentTarget }) => {
                  focusAfter(currentTarget);
                  void own.forget(kept);
                }}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {own.kept.length < MOST_PRESETS ? (
        <AddPreset own={own} />
      ) : (
        <p className="text-text-3">{t("full", { most: MOST_PRESETS })}</p>
      )}
    </section>
  );
}

/** What cannot be read as a time that comes again and again is said, and not kept. */
function AddPreset({ own }: { own: ReturnType<typeof useOwnPresets> }) {
  const t = useTranslations("settings.presets");
  const id = useId();
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const { question } = useAskBeforeLeaving(() => text.trim() !== "");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const isGood = own.mayKeep(text);
    setWrong(!isGood);
    if (!isGood) return;
    void own.keep(text);
    setText("");
  };
  return (
    <form noValidate onSubmit={add} className="flex flex-col gap-1">
      <div className="flex gap-2">
        <Input
          id={id}
          data-add-preset
          aria-label={t("add")}
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}-says`}
          placeholder={t("example")}
          maxLength={LONGEST_PRESET}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
        <Button type="submit" size="lg">
          {t("keep")}
        </Button>
      </div>
      <output id={`${id}-says`} className="text-12 text-bad">
        {isWrong ? t("unreadable") : null}
      </output>
      {question}
    </form>
  );
}

/** The press goes with its row: the next one is where one goes on, after the last the field for another. */
function focusAfter(press: HTMLElement): void {
  const next = press.closest("li")?.nextElementSibling?.querySelector("button");
  (next ?? press.closest("section")?.querySelector<HTMLElement>("[data-add-preset]"))?.focus();
}
