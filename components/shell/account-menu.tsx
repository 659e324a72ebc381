"use client";

import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type RefObject } from "react";
import { Menu, MenuChoices, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ShellSession } from "./shell-session";
import { chooseTheme, chosenTheme, THEMES, type Theme } from "./theme";
import { useLeave } from "./use-leave";

const ICONS = { system: <Monitor aria-hidden />, light: <Sun aria-hidden />, dark: <Moon aria-hidden /> };

type AccountMenuProps = {
  session: ShellSession;
  openAt: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Who is signed in, how it looks for him, and the way out. */
export function AccountMenu({ session, openAt, onClose }: AccountMenuProps) {
  const t = useTranslations("shell.account");
  const leave = useLeave();
  const [chosen, setChosen] = useState<Theme>(chosenTheme);
  const choose = (next: Theme) => {
    chooseTheme(next);
    setChosen(next);
  };
  return (
    <Menu align="start" side="top" openAt={openAt} onClose={onClose}>
      <p className="max-w-56 truncate px-2 pt-1.5 pb-1 text-11 text-text-3">{session.email}</p>
      <MenuSeparator />
      <MenuChoices
        label={t("theme")}
        value={chosen}
        onChange={choose}
        options={THEMES.map((value) => ({ value, label: t(value), icon: ICONS[value] }))}
      />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
