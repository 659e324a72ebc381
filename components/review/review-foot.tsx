import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ReviewView } from "@/lib/domain/review-view";
import { useDecisionCommands } from "./use-review-commands";
import type { ReviewVerbs } from "./use-review-verbs";

type FootProps = { review: ReviewView; verbs: ReviewVerbs; onEdit: () => void };

/** The decision, with the time at which the reply leaves by it. */
export function ReviewFoot({ review, verbs, onEdit }: FootProps) {
  const t = useTranslations("review.foot");
  const { words } = useViewer();
  const [isReturning, setReturning] = useState(false);
  const { mayDecide, approvedAt, isReplanned, hasAnswered, scheduleCondition } = review;
  const keys = {
    approve: useCommandKeys("review.approve").aria,
    edit: useCommandKeys("review.edit").aria,
    return: useCommandKeys("review.return").aria,
  };
  const approve = () => {
    if (!verbs.isPending) verbs.approve();
  };
  useDecisionCommands({ isEnabled: mayDecide, approve, edit: onEdit, giveBack: () => setReturning(true) });
  const isOver = hasAnswered && scheduleCondition === "if_no_reply";
  const label = approvedAt ? t("approveAt", { time: words.precise(approvedAt) }) : t("approveNow");
  if (!mayDecide) return <OtherFoot review={review} verbs={verbs} />;
  return (
    <footer className="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2 md:px-6">
      <Button aria-keyshortcuts={keys.return} onClick={() => setReturning(true)}>
        {t("return")}
        <CommandKeys id="review.return" />
      </Button>
      <Button aria-keyshortcuts={keys.edit} onClick={onEdit}>
        {t("edit")}
        <CommandKeys id="review.edit" />
      </Button>
      <span className={cn("ml-auto text-12 text-text-2", !isOver && !isReplanned && "max-md:sr-only")}>
        {isOver ? t("answered") : isReplanned ? t("replanned") : t("next")}
      </span>
      <Button
        variant="primary"
        className="max-md:ml-auto"
        aria-keyshortcuts={keys.approve}
        pending={verbs.isPending}
        onClick={approve}
      >
        <span className="tabular-nums">{label}</span>
        <CommandKeys id="review.approve" inverse />
      </Button>
      {isReturning ? <ReturnDialog review={review} verbs={verbs} onClose={() => setReturning(false)} /> : null}
    </footer>
  );
}

/** Who does not decide about it sees where it stands. */
function OtherFoot({ review, verbs }: Omit<FootProps, "onEdit">) {
  const t = useTranslations("review.foot");
  const { kind, state, isOwn } = review;
  return (
    <footer className="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2 md:px-6">
      <span className="text-12 text-text-2">{t(`state.${isOwn && state === "waiting" ? "own" : state}`)}</span>
      {kind === "sample" && state === "open" ? (
        <Button className="ml-auto" pending={verbs.isPending} onClick={verbs.settleSample}>
          {t("settle")}
        </Button>
      ) : null}
      {isOwn && state === "returned" ? (
        <Button className="ml-auto" pending={verbs.isPending} onClick={verbs.withdraw}>
          {t("withdraw")}
        </Button>
      ) : null}
    </footer>
  );
}

function ReturnDialog({ review, verbs, onClose }: Omit<FootProps, "onEdit"> & { onClose: () => void }) {
  const t = useTranslations("review.return");
  const common = useTranslations("common");
  const [note, setNote] = useState("");
  const hasWords = note.trim() !== "" || review.comments.some(({ settledAt }) => settledAt === null);
  const give = () => verbs.giveBack(note.trim(), onClose);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name: review.author.name })}
      description={t("text")}
      isKeptByPress
      actions={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" disabled={!hasWords} pending={verbs.isPending} onClick={give}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <Field label={t("note")}>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
