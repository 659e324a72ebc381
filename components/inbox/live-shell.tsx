"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { Panes } from "@/components/shell/panes";
import { PanesProvider } from "@/components/shell/panes-provider";
import type { ShellSession } from "@/components/shell/shell-session";
import { useRefusedNotice } from "@/components/shell/use-refused-notice";
import { countsQuery } from "@/lib/queries/threads";
import { useArrivals } from "./use-arrivals";
import { useMailboxNotices } from "./use-mailbox-notices";
import { useLiveChanges } from "./use-live-changes";
import { usePersonalNotices } from "./use-personal-notices";
import { useUnreadTitle } from "./use-unread-title";
import { type InboxViewer, ViewerProvider } from "./viewer";

type LiveShellProps = {
  session: ShellSession;
  viewer: Omit<InboxViewer, "preferences">;
  panes: Panes;
  /** When the server began to read what the page shows. */
  renderedAt: string;
  children: ReactNode;
};

/** The frame of the app's pages, with figures that follow what happens. */
export function LiveShell({ session, viewer, panes, renderedAt, children }: LiveShellProps) {
  return (
    <ViewerProvider viewer={viewer} renderedAt={renderedAt}>
      <PanesProvider initial={panes}>
        <Live renderedAt={renderedAt} />
        <AppShell session={session}>{children}</AppShell>
      </PanesProvider>
    </ViewerProvider>
  );
}

/** Follows what happens; what it says is heard, not seen. */
function Live({ renderedAt }: { renderedAt: string }) {
  const { data: counts } = useQuery(countsQuery());
  const { said, arrived } = useArrivals();
  const onPersonal = usePersonalNotices(renderedAt);
  useLiveChanges({ renderedAt, onArrived: arrived, onPersonal });
  useMailboxNotices();
  useRefusedNotice();
  useUnreadTitle(counts?.views.unread ?? 0);
  return <output className="sr-only">{said}</output>;
}
