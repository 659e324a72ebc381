"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";

/** Searches while it is typed into. `/` comes here, Esc clears and then leaves, Enter and the down key go to the list. */
export function SearchField({
  q,
  onSearch,
  onLeave,
}: {
  q: string;
  onSearch: (q: string) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("inbox.search");
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape" && q) onSearch("");
    else if (event.key === "Escape" || event.key === "Enter" || event.key === "ArrowDown") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="relative mx-3 mb-2 block">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-text-3"
      />
      <Input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={q}
        data-search
        aria-label={t("label")}
        aria-keyshortcuts="/"
        placeholder={t("label")}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-control border-transparent bg-sunken px-7.5"
      />
      {q ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={() => onSearch("")}
          className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-2 text-text-3 hover:bg-hover hover:text-text"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 touch:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
    </search>
  );
}
