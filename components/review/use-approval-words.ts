import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { ReviewView } from "@/lib/domain/review-view";

/** What an approval says on its button: when the reply leaves by it, as written or edited; and what is to be known before. */
export function useApprovalWords() {
  const t = useTranslations("review.foot");
  const { words } = useViewer();
  return ({ approvedAt, isReplanned, hasAnswered, scheduleCondition }: ReviewView) => {
    const isOver = hasAnswered && scheduleCondition === "if_no_reply";
    const time = approvedAt ? words.precise(approvedAt) : null;
    return {
      asWritten: time ? t("approveAt", { time }) : t("approveNow"),
      edited: time ? t("editedAt", { time }) : t("editedNow"),
      caution: isOver ? t("answered") : isReplanned ? t("replanned") : null,
    };
  };
}
