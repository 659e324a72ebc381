"use client";

import { useQuery } from "@tanstack/react-query";
import { AppShell, type ShellProps } from "@/components/shell/app-shell";
import { countsQuery } from "@/lib/queries/threads";
import { useLiveChanges } from "./use-live-changes";
import { useUnreadTitle } from "./use-unread-title";

/** The frame of the inbox's pages, with figures that follow what happens. */
export function LiveShell({ session, children }: Omit<ShellProps, "counts">) {
  const { data: counts } = useQuery(countsQuery());
  useLiveChanges();
  useUnreadTitle(counts?.views.unread ?? 0);
  return (
    <AppShell session={session} {...(counts ? { counts: counts.views } : {})}>
      {children}
    </AppShell>
  );
}
