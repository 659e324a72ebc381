import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { LiveShell } from "@/components/inbox/live-shell";
import { PANES_COOKIE, readPanes } from "@/components/shell/panes";
import { requireSession } from "@/lib/auth/actor";
import { systemClock } from "@/lib/core/clock";
import { database } from "@/lib/db/client";
import { roleMay } from "@/lib/domain/permissions";
import { stoppedMailboxesQuery } from "@/lib/queries/mailboxes";
import { unreadNotificationsQuery } from "@/lib/queries/notifications";
import { preferencesQuery } from "@/lib/queries/preferences";
import { countsQuery, filtersQuery } from "@/lib/queries/threads";
import { listStoppedMailboxes } from "@/lib/services/mailboxes/list-stopped-mailboxes";
import { countNotifications } from "@/lib/services/notifications/count-notifications";
import { countThreads } from "@/lib/services/threads/count-threads";
import { listFilters } from "@/lib/services/threads/list-filters";

/** The frame of all pages of who is signed in, with the figures and lists of the navigation. Pages still ask for their actor themselves. */
export async function SignedInFrame({ children }: { children: ReactNode }) {
  const renderedAt = systemClock().toISOString();
  const { actor, workspace, timeZone, undoSeconds, preferences } = await requireSession();
  const context = { actor, db: database(), now: systemClock };
  const client = new QueryClient();
  // What fails here is read again by the browser.
  await Promise.all([
    client.prefetchQuery({ ...countsQuery(), queryFn: () => countThreads(context) }),
    client.prefetchQuery({ ...filtersQuery(), queryFn: () => listFilters(context) }),
    roleMay(actor.role, "mailbox.read")
      ? client.prefetchQuery({ ...stoppedMailboxesQuery(), queryFn: () => listStoppedMailboxes(context) })
      : null,
    roleMay(actor.role, "note.write")
      ? client.prefetchQuery({ ...unreadNotificationsQuery(), queryFn: () => countNotifications(context) })
      : null,
  ]);
  client.setQueryData(preferencesQuery().queryKey, preferences);
  const { memberId: id, name, email, role } = actor;
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LiveShell
        session={{ name, email, role, workspaceName: workspace.name, isSandbox: workspace.kind === "sandbox" }}
        viewer={{ id, name, role, timeZone, undoSeconds }}
        panes={readPanes((await cookies()).get(PANES_COOKIE)?.value)}
        renderedAt={renderedAt}
      >
        {children}
      </LiveShell>
    </HydrationBoundary>
  );
}
