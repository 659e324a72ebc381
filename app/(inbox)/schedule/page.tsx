import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { daysOfView, spanOfDays } from "@/components/schedule/days-of-view";
import { ScheduleScreen } from "@/components/schedule/schedule-screen";
import { languageOf } from "@/lib/domain/locale";
import { TEAM_ROLES } from "@/lib/domain/roles";
import { requireContext, requireSession } from "@/lib/auth/actor";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { scheduleQuery, unplannedQuery } from "@/lib/queries/schedule";
import { listSchedule } from "@/lib/services/schedule/list-schedule";
import { listUnplanned } from "@/lib/services/schedule/list-unplanned";
import { loadScheduleAddress, shownDate } from "@/lib/url/schedule-address";
import { WithMessages } from "../../with-messages";

/** Those of an open thread come with what draws it; what a reply's state is called is the same as there. */
const TEXTS = ["schedule", "tasks", "composer.reply", "composer.refused", "composer.schedule", "composer.toast"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("schedule") };
}

/** The calendar, with the days that the address names and who has no next step read for the first drawing. */
export default async function SchedulePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await requireContext({ roles: TEAM_ROLES });
  const { timeZone } = await requireSession();
  const { view, date } = await loadScheduleAddress(searchParams);
  const locale = languageOf(await getLocale());
  const days = daysOfView(view, shownDate(date, wallTimeOf(context.now(), timeZone).date));
  const span = { ...spanOfDays(days, timeZone), locale };
  const client = new QueryClient();
  // What fails here is read again by the browser, which says so in its place.
  await Promise.all([
    client.prefetchQuery({ ...scheduleQuery(span), queryFn: () => listSchedule(context, span) }),
    client.prefetchInfiniteQuery({ ...unplannedQuery(), queryFn: () => listUnplanned(context, {}) }),
  ]);
  return (
    <WithMessages of={TEXTS}>
      <HydrationBoundary state={dehydrate(client)}>
        <ScheduleScreen />
      </HydrationBoundary>
    </WithMessages>
  );
}
