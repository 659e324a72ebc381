import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar";
import type { NavCounts } from "./nav-items";
import { Navigation } from "./navigation";
import { SandboxBanner } from "./sandbox-banner";
import type { ShellSession } from "./shell-session";
import { isTheme } from "./theme";

export type ShellProps = {
  session: ShellSession;
  counts?: NavCounts;
  children: ReactNode;
};

/**
 * The frame of every page: skip link, navigation (208 px, a rail from 768 px, a bottom bar below), the sandbox's line and the page.
 * The page gets the whole remaining height and scrolls its own panes.
 */
export function AppShell({ session, counts = {}, children }: ShellProps) {
  const t = useTranslations("shell");
  const theme = isTheme(session.theme) ? session.theme : "system";
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-tooltip rounded-2 bg-raised px-3 py-2 font-medium shadow-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      {session.isSandbox ? <SandboxBanner canSetUp={session.role === "admin"} /> : null}
      <div className="flex min-h-0 flex-1">
        <Navigation session={session} theme={theme} counts={counts} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col bg-surface outline-none">
          {children}
        </main>
      </div>
      <BottomBar session={session} theme={theme} counts={counts} />
    </div>
  );
}
