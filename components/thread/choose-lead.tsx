"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useDebounced } from "@/components/inbox/use-debounced";
import { Avatar } from "@/components/ui/avatar";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { isComposing } from "@/components/ui/is-composing";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import { leadOffersQuery } from "@/lib/queries/lead-offers";

type ChooseLeadProps = { threadId: number; onChoose: (lead: LeadOffer) => void; onClose: () => void };

/** Looks for the lead that a stranger is: arrows walk through what was found, Enter takes. Without a word it shows who fits. */
export function ChooseLead({ threadId, onChoose, onClose }: ChooseLeadProps) {
  const t = useTranslations("thread.attach");
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [walked, setWalked] = useState(0);
  const asked = useDebounced(typed, 150);
  const { data: leads, isError, isPlaceholderData } = useQuery(leadOffersQuery(threadId, asked));
  const found = leads ?? [];
  const index = Math.min(walked, found.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || found.length === 0) return;
    if (event.key === "ArrowDown") setWalked((index + 1) % found.length);
    else if (event.key === "ArrowUp") setWalked(index <= 0 ? found.length - 1 : index - 1);
    else if (event.key === "Enter" && !isPlaceholderData && asked === typed) onChoose(found[index]!);
    else return;
    event.preventDefault();
  };
  const isNothing = leads !== undefined && found.length === 0 && asked.trim() !== "";
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t("title")}
      description={t("text")}
      initialFocus={field}
    >
      <Input
        ref={field}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is an input
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
        aria-label={t("search")}
        placeholder={t("search")}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setWalked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold this */}
      <div id={listId} role="listbox" aria-label={t("found")} className="mt-2 max-h-72 overflow-y-auto">
        {found.map((lead, at) => (
          <Option
            key={lead.id}
            id={`${listId}-${at}`}
            lead={lead}
            isOn={at === index}
            onChoose={() => onChoose(lead)}
          />
        ))}
      </div>
      <output className="mt-2 block text-12 text-text-2 empty:hidden">
        {isError ? t("failed.other") : isNothing ? t("nothing", { q: asked.trim() }) : ""}
      </output>
    </Dialog>
  );
}

type OptionProps = { id: string; lead: LeadOffer; isOn: boolean; onChoose: () => void };

function Option({ id, lead, isOn, onChoose }: OptionProps) {
  const t = useTranslations("thread.attach");
  const { name, email, company, campaign } = lead;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field holds the focus and its keys
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no select, see above
      role="option"
      aria-selected={isOn}
      ref={(element) => void (isOn && element?.scrollIntoView({ block: "nearest" }))}
      onClick={onChoose}
      className="flex min-h-control-lg items-center gap-2 rounded-2 px-2 py-1 hover:bg-hover aria-selected:bg-selected touch:min-h-control-touch"
    >
      <Avatar name={name || email} />
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate text-13">
          <span className="font-medium">{name || email}</span>
          {company ? <span className="text-text-2">, {company}</span> : null}
        </span>
        <span className="block truncate text-12 text-text-2">
          {name ? `${email} · ` : ""}
          {campaign ?? t("direct")}
        </span>
      </span>
    </div>
  );
}
