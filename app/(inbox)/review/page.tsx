import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ReviewScreen } from "@/components/review/review-screen";
import { requireContext } from "@/lib/auth/actor";
import { reviewsQuery } from "@/lib/queries/reviews";
import { listReviews } from "@/lib/services/reviews/list-reviews";
import { loadReviewAddress } from "@/lib/url/review-address";
import { WithMessages } from "../../with-messages";

/** What is written in the editor is called the same as everywhere. */
const TEXTS = ["review", "composer", "follow-ups"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("review") };
}

/** Replies that wait for somebody else's look, with the queue read for the first drawing. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await requireContext({ roles: ["sdr", "manager", "admin"] });
  const { tab } = await loadReviewAddress(searchParams);
  const client = new QueryClient();
  // What fails here is read again by the browser, which says so in its place.
  await client.prefetchQuery({ ...reviewsQuery(tab), queryFn: () => listReviews(context, { tab }) });
  return (
    <WithMessages of={TEXTS}>
      <HydrationBoundary state={dehydrate(client)}>
        <ReviewScreen />
      </HydrationBoundary>
    </WithMessages>
  );
}
