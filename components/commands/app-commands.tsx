"use client";

import { Command as CommandIcon, Keyboard, Settings, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { mayOpen, MORE_ITEMS, PLACES, VIEW_ITEMS } from "@/components/shell/nav-items";
import type { ShellSession } from "@/components/shell/shell-session";
import { toast } from "@/components/ui/toast";
import { hasUndo, takeUndo } from "@/components/ui/undo-offers";
import { paths } from "@/lib/url/paths";
import { closeOverlay, openPalette, openShortcuts, useCommandOverlay } from "./command-overlay";
import { focusPane } from "./pane-focus";
import { useCommands } from "./use-commands";
import { useGoTo } from "./use-go-to";

/** What can be done on every page, and what can lie over it: the palette and the sheet of shortcuts. */
export function AppCommands({ session }: { session: ShellSession }) {
  const overlay = useCommandOverlay();
  const loaded = useLoadedOverlays(overlay !== null);
  useAppCommands(session);
  if (!loaded || !overlay) return null;
  return overlay === "palette" ? <loaded.Palette session={session} /> : <loaded.ShortcutSheet />;
}

type Overlays = Pick<typeof import("./palette"), "Palette"> & Pick<typeof import("./shortcut-sheet"), "ShortcutSheet">;

/**
 * Palette and sheet, which are not part of the first load: they are read once the page has nothing else to do, so that
 * what is typed right after the key is not lost, or when they are asked for.
 */
function useLoadedOverlays(isAsked: boolean): Overlays | null {
  const t = useTranslations("commands.app");
  const [loaded, setLoaded] = useState<Overlays | null>(null);
  const fail = useEffectEvent(() => {
    closeOverlay();
    toast(t("notLoaded"), { tone: "bad" });
  });
  useEffect(() => {
    if (isAsked) loadOverlays().then(setLoaded, () => fail());
  }, [isAsked]);
  useEffect(() => {
    const timer = setTimeout(() => void loadOverlays().then(setLoaded, () => null), IDLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return loaded;
}

const IDLE_MS = 2000;

async function loadOverlays(): Promise<Overlays> {
  const [{ Palette }, { ShortcutSheet }] = await Promise.all([import("./palette"), import("./shortcut-sheet")]);
  return { Palette, ShortcutSheet };
}

function useAppCommands({ role }: ShellSession): void {
  const t = useTranslations("commands");
  const nav = useTranslations("shell.nav");
  const goTo = useGoTo();
  useCommands([
    ...[...VIEW_ITEMS, ...PLACES, ...MORE_ITEMS]
      .filter((item) => mayOpen(role, item))
      .map(({ key, href, icon }) => ({
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
