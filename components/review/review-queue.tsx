import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ReviewItem, ReviewQueue as Queue } from "@/lib/domain/review-view";
import { subjectDirection } from "@/lib/domain/subject";
import { REVIEW_TABS } from "@/lib/url/review-address";
import { PickSamples } from "./pick-samples";
import { useCauseWords } from "./use-cause-words";
import { useLeavesWords } from "./use-leaves-words";
import type { useReviewAddress } from "./use-review-address";

type QueueProps = {
  queue: Queue | undefined;
  address: ReturnType<typeof useReviewAddress>;
  openId: string | null;
  children: ReactNode;
};

/** What waits, was returned or is a sample, and how the day has gone. */
export function ReviewQueue({ queue, address, openId, children }: QueueProps) {
  const t = useTranslations("review");
  const [isPicking, setPicking] = useState(false);
  return (
    <section data-pane="list" aria-labelledby="review-title" className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-bar shrink-0 items-center gap-2 px-3.5 touch:h-14">
        <h1 id="review-title" className="text-16 font-strong tracking-tight">
          {t("title")}
        </h1>
        {queue?.mayDecide && address.tab === "samples" ? (
          <Button size="sm" className="ml-auto" onClick={() => setPicking(true)}>
            {t("pick.open")}
          </Button>
        ) : (
          // Beside the button there is no room for it; its tab says it too.
          <span className="text-13 text-text-3 tabular-nums">
            {t("waiting", { count: queue?.counts.waiting ?? 0 })}
          </span>
        )}
      </header>
      <nav aria-label={t("tabs.label")} className="flex shrink-0 gap-4 border-b border-line px-3.5">
        {REVIEW_TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-current={address.tab === tab ? "page" : undefined}
            onClick={() => address.showTab(tab)}
            className="-mb-px flex h-8 items-center gap-1.5 border-b-2 border-transparent text-13 text-text-2 hover:text-text aria-[current]:border-text aria-[current]:font-medium aria-[current]:text-text touch:h-11"
          >
            {t(`tabs.${tab}`)}
            <span className="tabular-nums">{queue?.counts[tab] ?? ""}</span>
          </button>
        ))}
      </nav>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {children}
        {queue && queue.items.length === 0 ? (
          <p className="px-3.5 py-6 text-13 text-text-2 md:hidden">{t(`empty.${address.tab}.title`)}</p>
        ) : null}
        <ul>
          {queue?.items.map((item) => (
            <li key={item.id}>
              <Row item={item} isOpen={item.id === openId} onOpen={() => address.show(item.id)} />
            </li>
          ))}
        </ul>
      </div>
      {queue ? <Today today={queue.today} /> : null}
      {isPicking ? <PickSamples onClose={() => setPicking(false)} /> : null}
    </section>
  );
}

function Row({ item, isOpen, onOpen }: { item: ReviewItem; isOpen: boolean; onOpen: () => void }) {
  const t = useTranslations("review.row");
  const causes = useCauseWords();
  const leaves = useLeavesWords()(item);
  const why =
    item.kind === "sample" || item.state === "returned"
      ? t("open", { count: item.openComments })
      : item.hasAnswered
        ? t("answered")
        : causes.short(item.causes);
  return (
    <button
      type="button"
      aria-current={isOpen ? "true" : undefined}
      onClick={onOpen}
      className={cn(
        "flex w-full flex-col gap-0.5 border-b border-l-2 border-b-line border-l-transparent px-3 py-2 text-left -outline-offset-2 hover:bg-hover",
        "aria-[current]:border-l-accent aria-[current]:bg-selected",
      )}
    >
      <span className="flex w-full min-w-0 items-baseline gap-1.5 text-13">
        <span dir="auto" className="min-w-0 truncate font-strong">
          {item.contact}
        </span>
        <span dir="auto" className="min-w-0 flex-1 truncate text-12 text-text-2">
          {item.company}
        </span>
        <span
          className={cn("shrink-0 text-12 tabular-nums", leaves.isPressing ? "font-medium text-warn" : "text-text-3")}
        >
          {leaves.text}
        </span>
      </span>
      <span dir={subjectDirection(item.subject)} className="w-full truncate text-13 text-text-2">
        {item.subject}
      </span>
      <span className="flex w-full min-w-0 items-center gap-1.5 text-12 text-text-2">
        <Avatar name={item.author.name} size="sm" />
        <span className="truncate">{[item.author.name, why].filter(Boolean).join(" · ")}</span>
      </span>
    </button>
  );
}

function Today({ today: { turnaroundSeconds, approved, asWritten } }: Pick<Queue, "today">) {
  const t = useTranslations("review.today");
  const { viewer } = useViewer();
  const minutes = turnaroundSeconds === null ? null : Math.max(1, Math.round(turnaroundSeconds / 60));
  return (
    <dl
      data-foot
      title={t("title", { zone: viewer.timeZone })}
      className="grid shrink-0 grid-cols-[1fr_auto] gap-y-1 border-t border-line px-3.5 py-3 text-13"
    >
      <dt className="text-text-2">{t("turnaround")}</dt>
      <dd className="font-medium tabular-nums">{minutes === null ? t("none") : t("minutes", { minutes })}</dd>
      <dt className="text-text-2">{t("asWritten")}</dt>
      <dd className="font-medium tabular-nums">{approved === 0 ? t("none") : t("of", { asWritten, approved })}</dd>
    </dl>
  );
}
