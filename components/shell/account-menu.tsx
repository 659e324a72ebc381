"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ShellSession } from "./shell-session";
import { leave } from "./leave";
import { chooseTheme, THEMES, type Theme } from "./theme";

const ICONS = { system: <Monitor aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> };

/** Who is signed in, how it looks for him, and the way out. */
export function AccountMenu({ session, theme }: { session: ShellSession; theme: Theme }) {
  const t = useTranslations("shell.account");
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    chooseTheme(next);
    setChosen(next);
  };
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-8 min-w-0 items-center gap-2 rounded-2 px-1 text-13 hover:bg-hover active:bg-pressed data-popup-open:bg-pressed touch:h-control-touch"
        >
          <Avatar name={session.name} />
          <span className="sr-only">{t("label", { name: session.name })}</span>
          <span aria-hidden className="hidden truncate lg:block">
            {session.name}
          </span>
        </button>
      }
    >
      <p className="max-w-56 truncate px-2 pt-1.5 pb-1 text-11 text-text-3">{session.email}</p>
      <MenuSeparator />
      <MenuChoices
        label={t("theme")}
        value={chosen}
        onChange={choose}
        options={THEMES.map((value) => ({ value, label: t(value), icon: ICONS[value] }))}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void leave()}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
