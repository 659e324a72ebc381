"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { rememberSearch } from "./recent-searches";
import { SearchChoices } from "./search-choices";
import { useSearchCombobox } from "./use-search-combobox";

/** Searches while it is typed into, and completes operators and what they can ask for. `/` comes here. */
export function SearchField({
  q,
  onSearch,
  onLeave,
}: {
  q: string;
  onSearch: (q: string) => void;
  onLeave: () => void;
}) {
  const t = useTranslations("search.field");
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { choices, at, change, take, close, onKeyDown, open } = useSearchCombobox({ q, input, onSearch, onLeave });
  const isOpen = choices.length > 0;
  return (
    <search className="relative mx-3 mb-2 block">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-text-3"
      />
      <Input
        ref={input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        value={q}
        data-search
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input
        role="combobox"
        aria-label={t("label")}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={t("label")}
        onChange={({ target }) => change(target.value, target.selectionStart ?? target.value.length)}
        onFocus={({ target }) => open(target.selectionStart ?? target.value.length)}
        onClick={({ currentTarget }) => open(currentTarget.selectionStart)}
        onBlur={() => {
          rememberSearch(q);
          close();
        }}
        onKeyDown={onKeyDown}
        className="h-control border-transparent bg-sunken px-7.5 max-md:text-16"
      />
      {q ? (
        <button
          type="button"
          aria-label={t("clear")}
          onClick={() => {
            onSearch("");
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-2 text-text-3 hover:bg-hover hover:text-text touch:right-0 touch:size-control-touch"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 touch:hidden">
          <Kbd>/</Kbd>
        </span>
      )}
      <SearchChoices id={listId} choices={choices} at={at} onTake={take} />
    </search>
  );
}
