import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TasksScreen } from "@/components/tasks/tasks-screen";
import { requireContext } from "@/lib/auth/actor";
import { rolesWith } from "@/lib/domain/permissions";
import { ownTasksQuery } from "@/lib/queries/tasks";
import { listOwnTasks } from "@/lib/services/tasks/list-own-tasks";
import { WithMessages } from "../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("tasks") };
}

/** What the viewer has to do, read for the first drawing. */
export default async function TasksPage() {
  const context = await requireContext({ roles: rolesWith("task.write") });
  const client = new QueryClient();
  await client.prefetchQuery({ ...ownTasksQuery(), queryFn: () => listOwnTasks(context) });
  return (
    <WithMessages of={["tasks"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <TasksScreen />
      </HydrationBoundary>
    </WithMessages>
  );
}
