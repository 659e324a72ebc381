import { useLocale, useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { MailboxSquare } from "@/components/ui/mailbox-square";
import { SoftBreaks } from "@/components/ui/soft-breaks";
import type { ReviewView } from "@/lib/domain/review-view";
import { clockOf } from "@/components/composer/clock-words";
import { ReviewComments } from "./review-comments";
import { useCauseWords } from "./use-cause-words";
import type { Kept } from "./use-kept-review";
import type { ReviewVerbs } from "./use-review-verbs";

type SideProps = {
  review: ReviewView;
  verbs: ReviewVerbs;
  kept: Kept;
};

/** Why the reply waits, whom it goes to, and what is said about it. */
export function ReviewSide({ review, verbs, kept }: SideProps) {
  const t = useTranslations("review.side");
  const causes = useCauseWords();
  const { kind, author, reviewer } = review;
  return (
    <div className="flex flex-col">
      <header className="flex h-bar items-center gap-2 border-b border-line px-3.5 text-13 max-lg:border-t">
        <h3 className="text-15 font-strong tracking-tight">{t("title")}</h3>
        <span className="text-text-2 tabular-nums">{t("open", { count: review.openComments })}</span>
      </header>
      <div className="flex flex-col gap-4 px-3.5 py-3">
        {kind === "sample" ? (
          <p className="text-12 text-text-2">
            {t("onlyBoth", { author: author.name, reviewer: reviewer?.name ?? "" })}
          </p>
        ) : null}
        {review.causes.length > 0 ? (
          <section>
            <h4 className="text-12 font-medium text-text-2">{t("why")}</h4>
            {review.causes.map((cause, index) => (
              <p key={index} className="mt-1 text-13 wrap-anywhere">
                {causes.whole(cause, author.name)}
              </p>
            ))}
          </section>
        ) : null}
        <Facts review={review} />
        <ReviewComments review={review} verbs={verbs} kept={kept} />
      </div>
    </div>
  );
}

function Facts({ review: { contact, company, facts, zones } }: { review: ReviewView }) {
  const t = useTranslations("review.side");
  const locale = useLocale();
  const { now } = useViewer();
  const rows = [
    [t("lead"), contact],
    [t("role"), facts.role],
    [t("company"), company],
    [t("time"), zones.lead ? clockOf(now, zones.lead, locale) : ""],
    [t("owner"), facts.owner ?? ""],
  ].filter(([, value]) => value);
  return (
    <section>
      <h4 className="text-12 font-medium text-text-2">{t("facts")}</h4>
      <dl className="mt-1 grid grid-cols-[4.5rem_1fr] gap-y-1.5 text-13">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-text-2">{name}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
        <dt className="text-text-2">{t("mailbox")}</dt>
        <dd className="flex min-w-0 items-baseline gap-1.5">
          <MailboxSquare colour={facts.mailboxColour} />
          <span className="min-w-0 wrap-anywhere">
            <SoftBreaks text={facts.mailbox} />
          </span>
        </dd>
      </dl>
    </section>
  );
}
