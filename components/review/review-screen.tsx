"use client";

import { useQuery } from "@tanstack/react-query";
import { CheckCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { OfflineLine } from "@/components/inbox/offline-line";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useMedia } from "@/components/ui/use-media";
import type { ReviewItem } from "@/lib/domain/review-view";
import { reviewQuery, reviewsQuery } from "@/lib/queries/reviews";
import { ReviewPane } from "./review-pane";
import { ReviewQueue } from "./review-queue";
import { useReviewAddress } from "./use-review-address";
import { useReviewCommands } from "./use-review-commands";

/** Replies that wait for somebody else's look: the queue, and one of it with its thread, its changes and what was said about it. */
export function ReviewScreen() {
  const address = useReviewAddress();
  const isPhone = useMedia("(max-width: 47.99rem)", false);
  const query = useQuery(reviewsQuery(address.tab));
  const items = query.data?.items ?? [];
  const openId = address.open ?? (isPhone ? null : (items[0]?.id ?? null));
  const place = items.findIndex(({ id }) => id === openId);
  const step = (by: 1 | -1) => {
    const next = items[place === -1 ? 0 : place + by];
    if (next) address.show(next.id);
  };
  useReviewCommands(step);
  // The one behind it, or the one before it where it is the last; decided ones leave the queue.
  const onDecided = () => address.show((items[place + 1] ?? items[place - 1])?.id ?? null);
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div
        className={cn(
          "flex min-h-0 flex-col border-r border-line max-md:w-full max-md:border-r-0 md:w-[18.75rem]",
          address.open && "max-md:hidden",
        )}
      >
        <ReviewQueue queue={query.data} address={address} openId={openId}>
          <OfflineLine />
          <Rest query={query} />
        </ReviewQueue>
      </div>
      <div className={cn("flex min-h-0 min-w-0 flex-1 flex-col", !address.open && "max-md:hidden")}>
        {openId === null ? (
          <Nothing isKnown={query.data !== undefined} tab={address.tab} />
        ) : (
          <OpenReview
            key={openId}
            id={openId}
            place={place}
            items={items}
            onStep={step}
            onClose={() => address.show(null)}
            onDecided={onDecided}
          />
        )}
      </div>
    </div>
  );
}

type QueueQuery = { isError: boolean; data: unknown; refetch: () => Promise<unknown> };

/** A queue that is read, or could not be. */
function Rest({ query }: { query: QueueQuery }) {
  const t = useTranslations("review.failed");
  if (query.data) return null;
  if (!query.isError)
    return (
      <div aria-hidden className="flex flex-col gap-6 p-3.5">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} className="h-3 w-48" />
        ))}
      </div>
    );
  return (
    <EmptyState
      tone="bad"
      icon={<CircleX aria-hidden />}
      title={t("title")}
      actions={<Button onClick={() => void query.refetch()}>{t("again")}</Button>}
    >
      {t("text")}
    </EmptyState>
  );
}

function Nothing({ isKnown, tab }: { isKnown: boolean; tab: "waiting" | "returned" | "samples" }) {
  const t = useTranslations("review.empty");
  if (!isKnown) return null;
  return (
    <EmptyState icon={<CheckCheck aria-hidden />} title={t(`${tab}.title`)} className="my-auto">
      {t(`${tab}.text`)}
    </EmptyState>
  );
}

type OpenReviewProps = {
  id: string;
  place: number;
  items: ReviewItem[];
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  onDecided: () => void;
};

function OpenReview({ id, items, ...rest }: OpenReviewProps) {
  const t = useTranslations("review.failed");
  const { data, isError, refetch } = useQuery(reviewQuery(id));
  if (data) return <ReviewPane review={data} count={items.length} {...rest} />;
  if (isError)
    return (
      <EmptyState
        tone="bad"
        icon={<CircleX aria-hidden />}
        title={t("one")}
        className="my-auto"
        actions={<Button onClick={() => void refetch()}>{t("again")}</Button>}
      />
    );
  return (
    <div aria-hidden className="flex flex-col gap-4 p-6">
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-3 w-full" />
      <Skeleton className="h-3 w-96" />
    </div>
  );
}
