"use client";

import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { Input } from "@/components/ui/input";
import { cn } from "@/components/ui/cn";
import { needsPerson, type MailboxHealth } from "@/lib/domain/mailbox-health";

const SHOWN = ["all", "trouble"] as const;
/** Fewer are seen at once. */
const FEW = 5;

export type MailboxFilterModel = ReturnType<typeof useMailboxFilter>;

/** Which mailboxes the list shows; the choice stands in the address. */
export function useMailboxFilter(mailboxes: MailboxHealth[]) {
  const [{ show, find }, set] = useQueryStates({
    show: parseAsStringLiteral(SHOWN).withDefault("all"),
    find: parseAsString.withDefault(""),
  });
  const words = find.trim().toLowerCase();
  const troubled = mailboxes.filter(needsPerson);
  const chosen = show === "trouble" ? troubled : mailboxes;
  return {
    show,
    find,
    words,
    counts: { all: mailboxes.length, trouble: troubled.length },
    shown: chosen.filter(({ address, displayName }) => `${address} ${displayName}`.toLowerCase().includes(words)),
    change: (next: { show?: (typeof SHOWN)[number]; find?: string }) => void set(next, { history: "replace" }),
  };
}

/** Narrows a long list to what needs somebody, or to an address. */
export function MailboxFilter({ filter }: { filter: MailboxFilterModel }) {
  const t = useTranslations("health.list");
  const { show, find, counts, change } = filter;
  if (counts.all <= FEW && show === "all" && !find) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 lg:px-5">
      <fieldset aria-label={t("show")} className="flex rounded-2 bg-sunken p-0.5">
        {SHOWN.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={show === each}
            onClick={() => change({ show: each })}
            className={cn(
              "h-control-sm rounded-2 px-2.5 text-12 whitespace-nowrap text-text-2 tabular-nums touch:h-control-touch",
              "aria-pressed:bg-raised aria-pressed:font-medium aria-pressed:text-text aria-pressed:shadow-1",
              each === "trouble" && counts.trouble > 0 && "text-bad aria-pressed:text-bad",
            )}
          >
            {t(each, { count: counts[each] })}
          </button>
        ))}
      </fieldset>
      <Input
        type="search"
        aria-label={t("find")}
        placeholder={t("find")}
        value={find}
        onChange={(event) => change({ find: event.target.value })}
        className="w-56 max-md:w-full"
      />
    </div>
  );
}
