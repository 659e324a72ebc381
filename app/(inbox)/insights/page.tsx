import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { InsightScreen } from "@/components/insights/insight-screen";
import { requireContext, requireSession } from "@/lib/auth/actor";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { insightQuery } from "@/lib/queries/insights";
import { readAnswers } from "@/lib/services/insights/read-answers";
import { readFollowUps } from "@/lib/services/insights/read-follow-ups";
import { readReplies } from "@/lib/services/insights/read-replies";
import { readWaiting } from "@/lib/services/insights/read-waiting";
import { InsightFilters } from "@/lib/services/insights/schemas";
import { insightFiltersOf, loadInsightAddress } from "@/lib/url/insight-address";
import { WithMessages } from "../../with-messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("insights") };
}

/** Figures, with those at the top read for the first drawing; what stands below is read by the browser. */
export default async function InsightsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await requireContext();
  const { timeZone } = await requireSession();
  const filters = insightFiltersOf(await loadInsightAddress(searchParams), wallTimeOf(context.now(), timeZone).date);
  const client = new QueryClient();
  // What fails here is read again by the browser, which says so in its place; so is what the address has no sense of.
  if (InsightFilters.safeParse(filters).success)
    await Promise.all([
      client.prefetchQuery({ ...insightQuery("answers", filters), queryFn: () => readAnswers(context, filters) }),
      client.prefetchQuery({ ...insightQuery("waiting", filters), queryFn: () => readWaiting(context, filters) }),
      client.prefetchQuery({ ...insightQuery("replies", filters), queryFn: () => readReplies(context, filters) }),
      client.prefetchQuery({ ...insightQuery("followUps", filters), queryFn: () => readFollowUps(context, filters) }),
    ]);
  return (
    <WithMessages of={["insights"]}>
      <HydrationBoundary state={dehydrate(client)}>
        <InsightScreen />
      </HydrationBoundary>
    </WithMessages>
  );
}
