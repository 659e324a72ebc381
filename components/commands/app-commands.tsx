"use client";

import { Command as CommandIcon, Keyboard, Settings, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { MORE_ITEMS, VIEW_ITEMS } from "@/components/shell/nav-items";
import type { ShellSession } from "@/components/shell/shell-session";
import { hasUndo, takeUndo } from "@/components/ui/undo-offers";
import { paths } from "@/lib/url/paths";
import { openPalette, openShortcuts, useCommandOverlay } from "./command-overlay";
import { focusPane } from "./pane-focus";
import { useCommands } from "./use-commands";
import { useGoTo } from "./use-go-to";

const loadPalette = () => import("./palette").then((file) => file.Palette);
const loadSheet = () => import("./shortcut-sheet").then((file) => file.ShortcutSheet);
const Palette = dynamic(loadPalette, { ssr: false });
const ShortcutSheet = dynamic(loadSheet, { ssr: false });

/** What can be done on every page, and what can lie over it: the palette and the sheet of shortcuts. */
export function AppCommands({ session }: { session: ShellSession }) {
  const overlay = useCommandOverlay();
  useAppCommands();
  useReadyWhenIdle();
  if (overlay === "palette") return <Palette session={session} />;
  return overlay === "shortcuts" ? <ShortcutSheet /> : null;
}

function useAppCommands(): void {
  const t = useTranslations("commands");
  const nav = useTranslations("shell.nav");
  const goTo = useGoTo();
  useCommands([
    ...[...VIEW_ITEMS, ...MORE_ITEMS].map(({ key, href, icon }) => ({
      id: `go.${key}`,
      group: "go" as const,
      label: nav(key),
      icon,
      run: () => goTo(href),
    })),
    { id: "go.settings", group: "go", label: t("go.settings"), icon: Settings, run: () => goTo(paths.settings) },
    { id: "view.nextPane", group: "view", label: t("view.nextPane"), ...inFields, run: () => focusPane(1) },
    { id: "view.previousPane", group: "view", label: t("view.previousPane"), ...inFields, run: () => focusPane(-1) },
    {
      id: "app.palette",
      group: "app",
      label: t("app.palette"),
      icon: CommandIcon,
      ...inFields,
      isEnabled: isNoLink,
      run: openPalette,
    },
    { id: "app.shortcuts", group: "app", label: t("app.shortcuts"), icon: Keyboard, run: openShortcuts },
    { id: "app.undo", group: "app", label: t("app.undo"), icon: Undo2, isEnabled: hasUndo, run: takeUndo },
  ]);
}

const inFields = { inFields: true, inPalette: false } as const;

/** With words chosen in the text of a reply the palette's key makes a link of them. */
const isNoLink = (): boolean => {
  const text = document.activeElement?.closest("[contenteditable='true']");
  return !text || (document.getSelection()?.isCollapsed ?? true);
};

/** Brings the palette before it is asked for, once the page has nothing else to do: what is typed at once must not get lost. */
function useReadyWhenIdle(): void {
  useEffect(() => {
    const load = () => void Promise.all([loadPalette(), loadSheet()]).catch(() => null);
    const timer = setTimeout(load, 2000);
    return () => clearTimeout(timer);
  }, []);
}
