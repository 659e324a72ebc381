import { useLocale, useTranslations } from "next-intl";
import { bothClocks } from "@/components/composer/clock-words";
import { useViewer } from "@/components/inbox/viewer";
import type { ReviewView } from "@/lib/domain/review-view";

/** When the reply leaves or left, by the lead's clock and the reader's, and on what condition. */
export function Sends({ review: { leavesAt, scheduleCondition, zones, state } }: { review: ReviewView }) {
  const t = useTranslations("review.draft");
  const locale = useLocale();
  const { viewer, now } = useViewer();
  const condition = scheduleCondition === "if_no_reply" ? t("onlyIfNoReply") : null;
  if (leavesAt === null) return [t("atOnce"), condition].filter(Boolean).join(", ");
  const at = new Date(leavesAt);
  const { first, isTheirs, second } = bothClocks(at, { theirs: zones.lead, ours: viewer.timeZone }, now, locale);
  const isOver = state === "waiting" && at <= now;
  const parts = [
    isTheirs && second ? t("sendsIn", { time: first.full, place: first.place }) : first.full,
    second ? t("yours", { time: second.short }) : null,
    condition,
  ];
  return (
    <>
      {parts.filter(Boolean).join(", ")}
      {isOver ? <span className="text-warn"> · {t("over")}</span> : null}
    </>
  );
}
