import { useTranslations } from "next-intl";
import { useReplyAction } from "@/components/composer/use-reply-actions";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import { approve, comment, giveBack, settle, settleSample, undoApproval, withdraw } from "@/lib/actions/reviews";
import type { ReviewView } from "@/lib/domain/review-view";
import type { ApproveReviewInput } from "@/lib/services/reviews/schemas";
import { NOTHING_KEPT, wordsOf, type Word } from "./kept-review";
import type { Kept } from "./use-kept-review";

type Edits = NonNullable<ApproveReviewInput["edits"]>;

/** What can be done about a reply that is looked at. A decision says what was typed about it; after one the next is opened. */
export function useReviewVerbs(review: ReviewView, kept: Kept, onDecided: () => void) {
  const t = useTranslations("review.toast");
  const { words } = useViewer();
  const { isPending, run } = useReplyAction();
  const { id: reviewId, contact } = review;
  const version = review.versions.at(-1)?.number ?? 1;
  const along = wordsOf(kept.now);
  const decided = { reviewId, version, words: along };
  const undo = () =>
    run(
      () => undoApproval({ reviewId }),
      () => void toast(t("undone", { name: contact })),
    );
  return {
    isPending,
    /** How many words go along with a decision. */
    along: along.length,
    approve: (edited?: { version: number; edits: Edits }) =>
      run(
        () => approve({ ...decided, ...edited }),
        ({ leavesAt, isReplanned }) => {
          // An edit that was put aside is there again when the approval is taken back.
          kept.change(edited ? null : ({ edit }) => ({ ...NOTHING_KEPT, edit }));
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
        () => giveBack({ ...decided, note }),
        () => {
          kept.change(({ edit }) => ({ ...NOTHING_KEPT, edit }));
          onGiven();
          onDecided();
          toast(t("returned", { name: review.author.name }));
        },
      ),
    comment: (word: Word, onDone: () => void) => run(() => comment({ reviewId, ...word }), onDone),
    settle: (commentId: string, settled: boolean) => run(() => settle({ commentId, settled })),
    settleSample: () => run(() => settleSample({ reviewId }), onDecided),
    withdraw: () => run(() => withdraw({ reviewId }), onDecided),
  };
}

export type ReviewVerbs = ReturnType<typeof useReviewVerbs>;
