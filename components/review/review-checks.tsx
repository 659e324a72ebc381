import { Check, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { clockWords } from "@/components/composer/clock-words";
import { sendRules } from "@/components/composer/send-rules";
import { useOutsideWords } from "@/components/composer/use-outside-words";
import { useSendTimes } from "@/components/composer/use-send-times";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import { nightAt } from "@/lib/domain/night";
import type { ReplyChecks } from "@/lib/domain/reply-checks";
import type { ReviewView } from "@/lib/domain/review-view";
import type { SendTimes } from "@/lib/domain/send-times";
import { whyOutside } from "@/lib/domain/why-outside";

/** What the composer would point out before sending, for who looks at the reply: what is in order, and what stands out. */
export function ReviewChecks({ review }: { review: ReviewView }) {
  const t = useTranslations("review.checks");
  const { checks, state, threadId, mailboxId } = review;
  const isAhead = state === "waiting";
  const { times } = useSendTimes(checks && isAhead ? { threadId, mailboxId } : null);
  const known = useKnownChecks(checks);
  if (!checks) return null;
  return (
    <ul aria-label={t("label")} className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3 text-12">
      {known.map((line) => (
        <Line key={line.text} {...line} />
      ))}
      {times ? <TimeLine review={review} times={times} /> : null}
    </ul>
  );
}

type CheckLine = { isFine: boolean; text: string };

function Line({ isFine, text }: CheckLine) {
  const Icon = isFine ? Check : TriangleAlert;
  return (
    <li
      data-check={isFine ? "fine" : "warn"}
      className={cn("flex min-w-0 gap-1.5", isFine ? "text-good" : "text-warn")}
    >
      <Icon aria-hidden className="mt-px size-3.5 shrink-0 stroke-2" />
      <span className="min-w-0 wrap-anywhere">{text}</span>
    </li>
  );
}

function useKnownChecks(checks: ReplyChecks | null): CheckLine[] {
  const t = useTranslations("review.checks");
  if (!checks) return [];
  const { firstTime, outside, promised, isFileMissing, braces } = checks;
  const who = (addresses: string[]) => ({ count: addresses.length, who: addresses.join(", ") });
  return [
    ...(firstTime.length > 0 ? [{ isFine: false, text: t("firstTime", who(firstTime)) }] : []),
    ...(outside.length > 0 ? [{ isFine: false, text: t("outside", who(outside)) }] : []),
    ...(firstTime.length + outside.length === 0 ? [{ isFine: true, text: t("recipients") }] : []),
    ...(promised === null
      ? []
      : [{ isFine: !isFileMissing, text: isFileMissing ? t("noFile", { word: promised }) : t("file") }]),
    braces.length > 0
      ? { isFine: false, text: t("braces", { names: braces.join(", ") }) }
      : { isFine: true, text: t("variables") },
  ];
}

/** When it leaves if it is approved now, as the lead's night and the sending windows have it. */
function TimeLine({ review: { approvedAt, leavesAt, zones }, times }: { review: ReviewView; times: SendTimes }) {
  const t = useTranslations("review.checks");
  const locale = useLocale();
  const { now } = useViewer();
  const chosen = approvedAt ?? leavesAt;
  const instant = chosen && new Date(chosen) > now ? new Date(chosen) : now;
  const theirs = zones.lead;
  const outside = useOutsideWords({ instant, times, zones: { theirs } });
  const night = theirs ? nightAt(instant, theirs) : null;
  const why = whyOutside(instant, sendRules(times, { theirs }));
  if (theirs && night) {
    const { clock, place } = clockWords(instant, theirs, now, locale);
    return <Line isFine={false} text={t("night", { time: clock, place })} />;
  }
  return <Line isFine={!why} text={why ? outside(why) : t("time")} />;
}
