import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { ReviewItem } from "@/lib/domain/review-view";

const HOUR_MS = 3_600_000;

/** When what is looked at leaves, and whether that is soon or over. */
export function useLeavesWords() {
  const t = useTranslations("review.leaves");
  const { now, words } = useViewer();
  return ({ kind, state, leavesAt }: ReviewItem): { text: string; isPressing: boolean } => {
    if (leavesAt === null) return { text: t("none"), isPressing: false };
    if (kind === "sample") return { text: t("sent", { time: words.short(leavesAt) }), isPressing: false };
    const ahead = Date.parse(leavesAt) - now.getTime();
    if (state !== "waiting") return { text: t("at", { time: words.short(leavesAt) }), isPressing: false };
    if (ahead <= 0) return { text: t("over", { time: words.short(leavesAt) }), isPressing: true };
    if (ahead < HOUR_MS) return { text: t("in", { minutes: Math.ceil(ahead / 60_000) }), isPressing: true };
    return { text: t("at", { time: words.short(leavesAt) }), isPressing: false };
  };
}
