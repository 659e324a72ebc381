"use client";

import { useQuery } from "@tanstack/react-query";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CategoryMark } from "@/components/ui/category-mark";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { Menu, MenuChoices } from "@/components/ui/menu";
import type { ListFilters } from "@/lib/domain/thread-view";
import { filtersQuery } from "@/lib/queries/threads";
import type { ListAddress } from "@/lib/url/list-address";

type Narrow = (change: Partial<Omit<ListAddress, "view" | "q">>) => void;
type Choice = { value: string; label: string; icon?: ReactNode };
const NAMES = ["campaign", "category", "mailbox", "person"] as const;
type Name = (typeof NAMES)[number];

/** Narrows the list by campaign, category, mailbox and (for managers) person. */
export function FilterMenu({ address, narrow }: { address: ListAddress; narrow: Narrow }) {
  const t = useTranslations("inbox.filter");
  const choices = useChoices();
  return (
    <Menu
      trigger={
        <IconButton label={t("label")}>
          <ListFilter aria-hidden />
        </IconButton>
      }
    >
      {NAMES.filter((name) => choices[name].length > 0).map((name) => (
        <MenuChoices
          key={name}
          label={t(name)}
          value={String(address[name] ?? "")}
          options={[{ value: "", label: t("any") }, ...choices[name]]}
          onChange={(value) => narrow(changeOf(name, value))}
        />
      ))}
    </Menu>
  );
}

/** The filters that hold, each with a way out. */
export function FilterChips({ address, narrow }: { address: ListAddress; narrow: Narrow }) {
  const t = useTranslations("inbox.filter");
  const choices = useChoices();
  const held = NAMES.filter((name) => address[name]);
  if (held.length === 0) return null;
  return (
    <ul className="mx-3 mb-2 flex flex-wrap gap-1">
      {held.map((name) => {
        const choice = choices[name].find(({ value }) => value === String(address[name]));
        const label = choice?.label ?? t(name);
        return (
          <li key={name} className="max-w-full">
            <Chip
              icon={choice?.icon}
              removeLabel={t("remove", { name: label })}
              onRemove={() => narrow({ [name]: null })}
            >
              {label}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}

const changeOf = (name: Name, value: string) => ({
  [name]: name === "campaign" && value ? Number(value) : value || null,
});

function useChoices(): Record<Name, Choice[]> {
  const { data } = useQuery(filtersQuery());
  return choicesOf(data ?? { mailboxes: [], campaigns: [], categories: [], people: [], team: [] });
}

function choicesOf({ mailboxes, campaigns, categories, people }: ListFilters): Record<Name, Choice[]> {
  return {
    campaign: campaigns.map(({ number, name }) => ({ value: String(number), label: name })),
    category: categories.map(({ id, name, sentiment, kind }) => ({
      value: id,
      label: name,
      icon: <CategoryMark sentiment={sentiment} hue={kind} />,
    })),
    mailbox: mailboxes.map(({ id, address, colour }) => ({
      value: id,
      label: address,
      icon: <MailboxSquare colour={colour} className="mx-1" />,
    })),
    person: people.map(({ id, name }) => ({ value: id, label: name })),
  };
}
