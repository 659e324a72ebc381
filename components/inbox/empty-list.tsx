import { useQuery } from "@tanstack/react-query";
import { CircleDashed, CircleDot, PencilLine, Send, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { CommandKeys } from "@/components/commands/command-keys";
import type { CommandId } from "@/components/commands/keymap";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { late } from "@/components/ui/late";
import type { ListView } from "@/lib/domain/list-view";
import { countsQuery, filtersQuery } from "@/lib/queries/threads";
import { paths } from "@/lib/url/paths";
import { leadingFilterOf, useListName } from "./use-list-name";
import { useMay } from "./use-may";
import type { ThreadListModel } from "./use-thread-list";

const EmptySearch = late(async () => (await import("./empty-search")).EmptySearch);

/** Why a list has nothing, and the way on. */
export function EmptyList({ list }: { list: ThreadListModel }) {
  const t = useTranslations("inbox.empty");
  const filter = useTranslations("inbox.filter");
  const { data: filters } = useQuery(filtersQuery());
  const mayConnect = useMay("mailbox.manage");
  const { address } = list;
  const { name } = useListName(address);
  const leading = leadingFilterOf(address);
  if (address.q) return <EmptySearch q={address.q} />;
  if (leading)
    return (
      <EmptyState
        title={t("entry", { name })}
        actions={<Button onClick={() => list.showView("inbox")}>{t("toInbox")}</Button>}
      >
        {t(address.view === "open" ? "categoryText" : "entryText")}
      </EmptyState>
    );
  if (list.isFiltered)
    return (
      <EmptyState title={t("filtered")} actions={<Button onClick={list.clearFilters}>{filter("clear")}</Button>} />
    );
  if (filters?.mailboxes.length === 0 && !mayConnect)
    return <EmptyState title={t("nothingGiven")}>{t("nothingGivenText")}</EmptyState>;
  if (filters?.mailboxes.length === 0)
    return (
      <EmptyState
        title={t("noMailbox")}
        actions={
          <a href={paths.mailboxes} className={buttonClass()}>
            {t("connect")}
          </a>
        }
      >
        {t("noMailboxText")}
      </EmptyState>
    );
  if (address.view === "inbox") return <AllAnswered onView={list.showView} />;
  return <EmptyState title={t(`${address.view}.title`)}>{t(`${address.view}.text`)}</EmptyState>;
}

type Left = {
  view: ListView;
  count: "unread" | "unassigned" | "drafts" | "trouble";
  icon: LucideIcon;
  /** The command whose keys lead there. */
  id?: CommandId;
};

const LEFT: Left[] = [
  { view: "outbox", count: "trouble", icon: Send, id: "go.outbox" },
  { view: "unassigned", count: "unassigned", icon: CircleDashed, id: "go.unassigned" },
  { view: "drafts", count: "drafts", icon: PencilLine, id: "go.drafts" },
  { view: "unread", count: "unread", icon: CircleDot },
];

/** Nobody waits: what else is left to do, with the keys that lead there. */
function AllAnswered({ onView }: { onView: (view: ListView) => void }) {
  const t = useTranslations("inbox.empty");
  const { data: counts } = useQuery(countsQuery());
  const left = LEFT.filter(({ count }) => (counts?.views[count] ?? 0) > 0);
  return (
    <EmptyState icon={<Loop />} title={t("inbox.title")}>
      {t("inbox.text")}
      {left.length > 0 ? (
        <ul className="mt-4 flex flex-col text-left">
          {left.map(({ view, count, icon: Icon, id }) => (
            <li key={count}>
              <button
                type="button"
                onClick={() => onView(view)}
                className="flex min-h-control-lg w-full items-center gap-2 rounded-2 px-2 text-left text-text hover:bg-hover touch:min-h-control-touch"
              >
                <Icon aria-hidden className="size-[15px] shrink-0 stroke-[1.75] text-text-2" />
                <span className="flex-1">{t(`left.${count}`, { count: counts!.views[count] })}</span>
                {id ? (
                  <span className="touch:hidden">
                    <CommandKeys id={id} />
                  </span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </EmptyState>
  );
}

/** A thread with one loop: nothing left to untie. */
const Loop = () => (
  <svg viewBox="0 0 124 40" fill="none" aria-hidden className="!h-10 !w-31 text-accent">
    <path d="M0 38h40m44 0h40" stroke="var(--line-2)" />
    <path
      d="M40 38c14 0 12-30 22-30s8 22 0 22-10-22 0-22 8 30 22 30"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
