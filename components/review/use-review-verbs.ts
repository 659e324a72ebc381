import { useTranslations } from "next-intl";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { approve, comment, giveBack, settle, settleSample, undoApproval, withdraw } from "@/lib/actions/reviews";
import type { Passage } from "@/lib/domain/review";
import type { ReviewView } from "@/lib/domain/review-view";
import type { ApproveReviewInput } from "@/lib/services/reviews/schemas";

type About = { passage?: Passage; parentId?: string; suggestion?: string; pressId: string };
type Edits = NonNullable<ApproveReviewInput["edits"]>;

/** What can be done about a reply that is looked at. After a decision the next one is opened. */
export function useReviewVerbs(review: ReviewView, onDecided: () => void) {
  const t = useTranslations("review.toast");
  const { words } = useViewer();
  const { isPending, run } = useReplyAction();
  const { id: reviewId, contact } = review;
  const version = review.versions.at(-1)?.number ?? 1;
  const undo = () =>
    run(
      () => undoApproval({ reviewId }),
      () => void toast(t("undone", { name: contact })),
    );
  return {
    isPending,
    approve: (edits?: Edits, onDone: () => void = () => undefined) =>
      run(
        () => approve({ reviewId, version, ...(edits ? { edits } : {}) }),
        ({ leavesAt, isReplanned }) => {
          onDone();
          onDecided();
          if (leavesAt === null) return void toast(t("answered", { name: contact }), { tone: "warn" });
          const time = words.short(leavesAt);
          toast(t(isReplanned ? "replanned" : "approved", { name: contact, time }), {
            tone: "good",
            action: { label: t("undo"), onPress: undo, of: review.replyId },
          });
        },
      ),
    giveBack: (note: string, onGiven: () => void) =>
      run(
        () => giveBack({ reviewId, version, note }),
        () => {
          onGiven();
          onDecided();
          toast(t("returned", { name: review.author.name }));
        },
      ),
    comment: (text: string, about: About, onDone: () => void) =>
      run(() => comment({ reviewId, text, ...(about.passage ? { version } : {}), ...about }), onDone),
    settle: (commentId: string, settled: boolean) => run(() => settle({ commentId, settled })),
    settleSample: () => run(() => settleSample({ reviewId }), onDecided),
    withdraw: () => run(() => withdraw({ reviewId }), onDecided),
  };
}

export type ReviewVerbs = ReturnType<typeof useReviewVerbs>;
