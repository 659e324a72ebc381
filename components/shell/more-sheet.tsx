"use client";

import { Dialog } from "@base-ui/react/dialog";
import { LogOut, Settings } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState, type ReactElement } from "react";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/url/paths";
import type { ShellSession } from "./shell-session";
import { leave } from "./leave";
import { MORE_ITEMS, SANDBOX_ITEM, VIEW_ITEMS, type NavCounts } from "./nav-items";
import { chooseTheme, isTheme, THEMES, type Theme } from "./theme";

type MoreSheetProps = {
  session: ShellSession;
  theme: Theme;
  counts: NavCounts;
  active: string | null;
  trigger: ReactElement<Record<string, unknown>>;
};

const rowClass =
  "flex min-h-control-touch w-full items-center gap-3 rounded-2 px-2 text-14 hover:bg-hover aria-[current]:bg-pressed [&_svg]:size-5 [&_svg]:stroke-[1.75]";

/** Everything that does not fit into the bottom bar. */
export function MoreSheet({ session, theme, counts, active, trigger }: MoreSheetProps) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const items = [...VIEW_ITEMS, ...MORE_ITEMS, ...(session.isSandbox ? [SANDBOX_ITEM] : [])];
  return (
    <Dialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Dialog.Trigger render={trigger} />
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-3 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-dialog max-h-[85dvh] overflow-y-auto rounded-t-4 bg-raised p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-3 transition-[opacity,translate] duration-3 data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0">
          <Dialog.Title className="px-2 py-1 text-16 font-strong tracking-tight">{session.workspaceName}</Dialog.Title>
          <ul className="mt-1">
            {items.map((item) => (
              <li key={item.key}>
                <Link
                  href={item.href}
                  onClick={() => setOpen(false)}
                  aria-current={active === item.key ? "page" : undefined}
                  className={rowClass}
                >
                  <item.icon aria-hidden />
                  <span className="flex-1">{t(`nav.${item.key}`)}</span>
                  {counts[item.key] ? <span className="text-text-3 tabular-nums">{counts[item.key]}</span> : null}
                </Link>
              </li>
            ))}
            <li>
              <Link href={paths.settings} onClick={() => setOpen(false)} className={rowClass}>
                <Settings aria-hidden />
                {t("nav.settings")}
              </Link>
            </li>
          </ul>
          <Account session={session} theme={theme} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Account({ session, theme }: Pick<MoreSheetProps, "session" | "theme">) {
  const t = useTranslations("shell.account");
  return (
    <div className="mt-2 border-t border-line pt-2">
      <p className="truncate px-2 py-1 text-12 text-text-3">
        {session.name}, {session.email}
      </p>
      <label className="flex items-center justify-between gap-3 px-2 py-1 text-14">
        {t("theme")}
        <Select
          defaultValue={theme}
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
      <button type="button" className={rowClass} onClick={() => void leave()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </button>
    </div>
  );
}
