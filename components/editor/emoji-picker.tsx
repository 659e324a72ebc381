"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { loadEmoji, type Emoji } from "./emoji-data";
import { searchEmoji } from "./search-emoji";

const COLUMNS = 8;
/** Drawing all of them takes a second; who looks for one that is not among the first types a letter. */
const SHOWN = 240;
const STEPS: Partial<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

/** A field and what it finds: arrows walk in the grid while the field keeps the focus, Enter takes. */
export function EmojiPicker({ onTake }: { onTake: (character: string) => void }) {
  const t = useTranslations("composer.tools");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const all = useEmoji();
  const found = searchEmoji(all ?? [], typed, SHOWN);
  const chosen = Math.min(at, found.length - 1);
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const emoji = found[chosen];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
    else if (event.key === "Enter" && emoji) onTake(emoji.character);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex w-72 max-w-full flex-col gap-2">
      <Input
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- what it chooses from is a grid
        role="combobox"
        aria-label={t("emojiSearch")}
        placeholder={t("emojiSearch")}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {all ? (
        <output className="sr-only">{t("emojiResults", { count: found.length })}</output>
      ) : (
        <p role="alert" className="text-12 text-bad">
          {t("emojiFailed")}
        </p>
      )}
      <div
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
        role="listbox"
        aria-label={t("emoji")}
        className="grid h-56 grid-cols-8 content-start overflow-y-auto"
      >
        {found.map(({ character, label }, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
          <div
            key={character}
            id={`${id}-${index}`}
            tabIndex={-1}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
            role="option"
            aria-label={label}
            aria-selected={index === chosen}
            title={label}
            ref={index === chosen ? intoView : undefined}
            onClick={() => onTake(character)}
            className={cn(
              "flex h-9 cursor-default items-center justify-center rounded-2 text-20 select-none hover:bg-hover",
              index === chosen && "bg-hover outline-2 -outline-offset-2 outline-focus",
            )}
          >
            {character}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Answers nothing: what a browser answers to a scroll React would call at the end. */
const intoView = (element: HTMLElement | null) => {
  element?.scrollIntoView({ block: "nearest" });
};

/** @returns null when they could not be read */
function useEmoji(): Emoji[] | null {
  const locale = useLocale();
  const [all, setAll] = useState<Emoji[] | null>([]);
  useEffect(() => {
    let isWanted = true;
    loadEmoji(locale).then(
      (list) => isWanted && setAll(list),
      () => isWanted && setAll(null),
    );
    return () => void (isWanted = false);
  }, [locale]);
  return all;
}
