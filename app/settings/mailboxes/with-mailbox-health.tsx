import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { mailboxHealthQuery } from "@/lib/queries/mailboxes";
import type { Context } from "@/lib/services/context";
import { listMailboxHealth } from "@/lib/services/mailboxes/list-mailbox-health";

/** Gives the list of mailboxes what it shows first; from then on the browser follows by itself. */
export async function WithMailboxHealth({ context, children }: { context: Context; children: ReactNode }) {
  const client = new QueryClient();
  // What fails here is read again by the browser.
  await client.prefetchQuery({ ...mailboxHealthQuery(), queryFn: () => listMailboxHealth(context) });
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
