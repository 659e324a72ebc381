import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { LiveShell } from "@/components/inbox/live-shell";
import { THEME_COOKIE } from "@/components/shell/theme";
import { getSession } from "@/lib/auth/actor";
import { systemClock } from "@/lib/core/clock";
import { database } from "@/lib/db/client";
import { countsQuery } from "@/lib/queries/threads";
import { countThreads } from "@/lib/services/threads/count-threads";
import { paths } from "@/lib/url/paths";

/** The frame of everything that stands beside the list. Pages still ask for their actor themselves. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const session = await getSession();
  if (!session) redirect(paths.signIn);
  const { actor, workspace } = session;
  const client = new QueryClient();
  client.setQueryData(countsQuery().queryKey, await countThreads({ actor, db: database(), now: systemClock }));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LiveShell
        session={{
          name: actor.name,
          email: actor.email,
          role: actor.role,
          workspaceName: workspace.name,
          isSandbox: workspace.kind === "sandbox",
          theme: (await cookies()).get(THEME_COOKIE)?.value,
        }}
      >
        {children}
      </LiveShell>
    </HydrationBoundary>
  );
}
