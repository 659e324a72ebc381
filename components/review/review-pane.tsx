import { ChevronDown, ChevronLeft, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useCallback, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useMedia } from "@/components/ui/use-media";
import type { ReviewView } from "@/lib/domain/review-view";
import { subjectDirection } from "@/lib/domain/subject";
import { threadPath } from "@/lib/url/paths";
import { type KeptEdit, type KeptReview, leftEdit, openedEdit } from "./kept-review";
import { ReviewDraft } from "./review-draft";
import { ReviewEdit } from "./review-edit";
import { ReviewFoot } from "./review-foot";
import { ReviewMessages } from "./review-messages";
import { ReviewSide } from "./review-side";
import { ReviewVersions } from "./review-versions";
import { useKeptReview } from "./use-kept-review";
import { useReviewVerbs } from "./use-review-verbs";

type ReviewPaneProps = {
  review: ReviewView;
  place: number;
  count: number;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  onDecided: () => void;
};

/** One reply that is looked at: the lead's words, its text with what has changed, and what is said about it. */
export function ReviewPane({ review, place, count, onStep, onClose, onDecided }: ReviewPaneProps) {
  const kept = useKeptReview(review.id);
  const verbs = useReviewVerbs(review, kept, onDecided);
  const isWide = useMedia("(min-width: 64rem)", true);
  const version = review.versions.at(-1)?.number ?? 1;
  const [isAsked, setAsked] = useState(false);
  const { editButton, giveBack } = useFocusBack();
  const edit = () => {
    setAsked(true);
    kept.change((now) => ({ ...now, edit: openedEdit(now, version) }));
  };
  const stopEditing = (left: (now: KeptReview) => KeptEdit | null) => {
    giveBack();
    kept.change((now) => ({ ...now, edit: left(now) }));
  };
  const isEditing = kept.now.edit !== null && !kept.now.edit.isAside && review.mayDecide;
  const side = <ReviewSide review={review} verbs={verbs} kept={kept} />;
  return (
    <div className="flex min-h-0 flex-1">
      <section data-pane="page" aria-labelledby="review-subject" className="flex min-w-0 flex-1 flex-col">
        <Head review={review} place={place} count={count} onStep={onStep} onClose={onClose} />
        <div className="min-h-0 flex-1 overflow-y-auto">
          <ReviewMessages messages={review.messages} />
          {isEditing ? (
            <ReviewEdit
              review={review}
              verbs={verbs}
              kept={kept}
              takesFocus={isAsked}
              onClose={() => stopEditing(() => null)}
              onLeave={() => stopEditing(leftEdit)}
            />
          ) : (
            <ReviewDraft
              review={review}
              onPassage={(passage) => kept.change((now) => ({ ...now, passage: { ...passage, version } }))}
            />
          )}
          <ReviewVersions review={review} />
          {isWide ? null : side}
        </div>
        {isEditing ? null : (
          <ReviewFoot review={review} verbs={verbs} kept={kept} editButton={editButton} onEdit={edit} />
        )}
      </section>
      {isWide ? (
        <aside className="w-[16.75rem] shrink-0 overflow-y-auto border-l border-line bg-surface-2">{side}</aside>
      ) : null}
    </div>
  );
}

/** Who leaves the editing goes on at the button that began it, which is drawn anew then. */
function useFocusBack() {
  const isGivenRef = useRef(false);
  const editButton = useCallback((button: HTMLButtonElement | null) => {
    if (!button || !isGivenRef.current) return;
    isGivenRef.current = false;
    button.focus();
  }, []);
  return { editButton, giveBack: () => void (isGivenRef.current = true) };
}

function Head({ review, place, count, onStep, onClose }: Omit<ReviewPaneProps, "onDecided">) {
  const t = useTranslations("review");
  const { subject, facts, threadId } = review;
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 border-b border-line px-4 md:px-6 touch:h-14">
      <IconButton label={t("back")} onClick={onClose} className="-ml-2 md:hidden">
        <ChevronLeft aria-hidden />
      </IconButton>
      <h2
        id="review-subject"
        dir={subjectDirection(subject)}
        className="min-w-0 truncate text-15 font-strong tracking-tight"
      >
        <Link href={threadPath(threadId)} className="underline-offset-2 hover:underline">
          {subject.replace(/^re:\s*/i, "")}
        </Link>
      </h2>
      {facts.category ? <span className="shrink-0 text-12 text-text-2 max-sm:hidden">{facts.category}</span> : null}
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {place === -1 ? null : (
          <span className="text-12 text-text-3 tabular-nums max-sm:hidden">
            {t("place", { place: place + 1, count })}
          </span>
        )}
        <IconButton label={t("keys.previous")} disabled={place <= 0} onClick={() => onStep(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label={t("keys.next")} disabled={place >= count - 1} onClick={() => onStep(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
      </span>
    </header>
  );
}
