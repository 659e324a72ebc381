"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert, LogOut, Settings } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode, RefObject } from "react";
import { Select } from "@/components/ui/select";
import { roleMay } from "@/lib/domain/permissions";
import { unreadNotificationsQuery } from "@/lib/queries/notifications";
import { countsQuery } from "@/lib/queries/threads";
import { paths } from "@/lib/url/paths";
import { ListLink } from "./list-link";
import { mayOpen, MORE_ITEMS, PLACES, SANDBOX_ITEM, VIEW_ITEMS } from "./nav-items";
import type { ShellSession } from "./shell-session";
import { chooseTheme, chosenTheme, isTheme, THEMES } from "./theme";
import { useLeave } from "./use-leave";
import { type SectionEntry, useNavSections } from "./use-nav-sections";

type MoreSheetProps = {
  session: ShellSession;
  active: string | null;
  openedBy: RefObject<HTMLElement | null>;
  onClose: () => void;
};

const rowClass =
  "flex min-h-control-touch w-full items-center gap-3 rounded-2 px-2 text-14 -outline-offset-2 hover:bg-hover aria-[current]:bg-pressed [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:stroke-[1.75]";

/** Everything that does not fit into the bottom bar. */
export function MoreSheet({ session, active, openedBy, onClose }: MoreSheetProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-3 data-starting-style:opacity-0" />
        <Dialog.Popup
          finalFocus={openedBy}
          className="fixed inset-x-0 bottom-0 z-dialog max-h-[85dvh] overflow-y-auto overscroll-contain rounded-t-4 bg-raised p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-3 transition-[opacity,translate] duration-3 data-starting-style:translate-y-4 data-starting-style:opacity-0"
        >
          <Dialog.Title className="truncate px-2 py-1 text-16 font-strong tracking-tight">
            {session.workspaceName}
          </Dialog.Title>
          <Views session={session} active={active} onClose={onClose} />
          <Sections active={active} onClose={onClose} />
          <Account session={session} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type Part = Pick<MoreSheetProps, "active" | "onClose">;

function Views({ session, active, onClose }: Part & Pick<MoreSheetProps, "session">) {
  const t = useTranslations("shell.nav");
  const { data: counts } = useQuery(countsQuery());
  const { data: told } = useQuery({ ...unreadNotificationsQuery(), enabled: roleMay(session.role, "note.write") });
  const views: Partial<Record<string, number>> = { ...counts?.views, notifications: told?.unread ?? 0 };
  const items = [...VIEW_ITEMS, ...PLACES, ...MORE_ITEMS, ...(session.isSandbox ? [SANDBOX_ITEM] : [])];
  return (
    <ul className="mt-1">
      {items
        .filter((item) => mayOpen(session.role, item))
        .map(({ key, href, icon: Icon }) => (
          <Row
            key={key}
            href={href}
            mark={<Icon aria-hidden />}
            label={t(key)}
            count={views[key]}
            trouble={key === "outbox" ? views.trouble : undefined}
            isActive={active === key}
            onClose={onClose}
          />
        ))}
    </ul>
  );
}

function Sections({ active, onClose }: Part) {
  const t = useTranslations("shell.sections");
  return useNavSections().map(({ name, entries }) => (
    <section key={name} aria-labelledby={`more-${name}`} className="mt-2 border-t border-line pt-2">
      <h2 id={`more-${name}`} className="px-2 py-1 text-12 text-text-3">
        {t(name)}
      </h2>
      <ul>
        {entries.map(({ key, ...entry }) => (
          <Row key={key} {...entry} isActive={active === key} onClose={onClose} />
        ))}
      </ul>
    </section>
  ));
}

type RowProps = Omit<SectionEntry, "key" | "isTroubled"> &
  Partial<Pick<SectionEntry, "isTroubled">> & {
    mark: ReactNode;
    trouble?: number | undefined;
    isActive: boolean;
    onClose: () => void;
  };

function Row({ href, mark, label, count, trouble, isTroubled = false, isActive, onClose }: RowProps) {
  const t = useTranslations("shell");
  const format = useFormatter();
  return (
    <li>
      <ListLink href={href} isActive={isActive} onVisit={onClose} className={rowClass}>
        <span className="flex w-5 shrink-0 justify-center">{mark}</span>
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {trouble ? <span className="text-12 font-medium text-bad">{t("needYou", { count: trouble })}</span> : null}
        {isTroubled ? (
          <>
            <CircleAlert aria-hidden className="text-bad" />
            <span className="sr-only">{t("needsYou")}</span>
          </>
        ) : null}
        {count ? <span className="text-text-3 tabular-nums">{format.number(count)}</span> : null}
      </ListLink>
    </li>
  );
}

function Account({ session, onClose }: Pick<MoreSheetProps, "session" | "onClose">) {
  const t = useTranslations("shell.account");
  const nav = useTranslations("shell.nav");
  const leave = useLeave();
  return (
    <div className="mt-2 border-t border-line pt-2">
      <p className="truncate px-2 py-1 text-12 text-text-3">
        {session.name}, {session.email}
      </p>
      <label className="flex items-center justify-between gap-3 px-2 py-1 text-14">
        {t("theme")}
        <Select
          defaultValue={chosenTheme()}
          className="w-40"
          onChange={(event) => isTheme(event.target.value) && chooseTheme(event.target.value)}
        >
          {THEMES.map((value) => (
            <option key={value} value={value}>
              {t(value)}
            </option>
          ))}
        </Select>
      </label>
      <Link href={paths.settings} prefetch={false} onNavigate={onClose} className={rowClass}>
        <Settings aria-hidden />
        {nav("settings")}
      </Link>
      <button type="button" className={rowClass} onClick={leave}>
        <LogOut aria-hidden />
        {t("signOut")}
      </button>
    </div>
  );
}
