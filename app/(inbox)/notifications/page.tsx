import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationsScreen } from "@/components/notifications/notifications-screen";
import { requireContext } from "@/lib/auth/actor";
import { rolesWith } from "@/lib/domain/permissions";
import { notificationsQuery } from "@/lib/queries/notifications";
import { listNotifications } from "@/lib/services/notifications/list-notifications";
import { WithMessages } from "../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("notifications") };
}

/** What the viewer was told personally, with the newest read for the first drawing. */
export default async function NotificationsPage() {
  const context = await requireContext({ roles: rolesWith("note.write") });
  const client = new QueryClient();
  await client.prefetchInfiniteQuery({
    ...notificationsQuery({ onlyUnread: false }),
    queryFn: () => listNotifications(context, {}),
  });
  return (
    <WithMessages of={["notifications"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <NotificationsScreen />
      </HydrationBoundary>
    </WithMessages>
  );
}
