"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { AppCommands } from "@/components/commands/app-commands";
import { BottomBar } from "./bottom-bar";
import { Navigation } from "./navigation";
import { rem } from "./pane-separator";
import { usePanes } from "./panes-provider";
import { SandboxBanner } from "./sandbox-banner";
import { SessionEnded } from "./session-ended";
import type { ShellSession } from "./shell-session";

/**
 * The frame of every page: skip link, navigation (208 px, a rail from 768 px, a bottom bar below), the sandbox's line and the page.
 * The page gets the whole remaining height and scrolls its own panes.
 */
export function AppShell({ session, children }: { session: ShellSession; children: ReactNode }) {
  const t = useTranslations("shell");
  const { panes } = usePanes();
  const widths = { "--list-width": rem(panes.list), "--lead-width": rem(panes.lead) } as CSSProperties;
  return (
    // What is drawn for ears alone has its place in here, else it makes the document longer than its window.
    <div data-frame className="relative flex h-dvh flex-col overflow-clip" style={widths}>
      <a
        href="#content"
        className="sr-only z-tooltip rounded-2 bg-raised px-3 py-2 font-medium shadow-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      {session.isSandbox ? <SandboxBanner canSetUp={session.role === "admin"} /> : null}
      <div className="flex min-h-0 flex-1">
        <Navigation session={session} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col bg-surface outline-none">
          {children}
        </main>
      </div>
      <BottomBar session={session} />
      <AppCommands session={session} />
      <SessionEnded />
    </div>
  );
}
