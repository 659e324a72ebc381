import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefCallback, useState } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { useCommandKeys } from "@/components/commands/use-command-keys";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ReviewView } from "@/lib/domain/review-view";
import { isWritten } from "./kept-review";
import { useApprovalWords } from "./use-approval-words";
import { useDecisionCommands } from "./use-review-commands";
import type { Kept } from "./use-kept-review";
import type { ReviewVerbs } from "./use-review-verbs";

type FootProps = {
  review: ReviewView;
  verbs: ReviewVerbs;
  kept: Kept;
  editButton: RefCallback<HTMLButtonElement>;
  onEdit: () => void;
};

/** The decision, with the time at which the reply leaves by it. */
export function ReviewFoot({ review, verbs, kept, editButton, onEdit }: FootProps) {
  const t = useTranslations("review.foot");
  const [isReturning, setReturning] = useState(false);
  const { mayDecide } = review;
  const { asWritten, caution } = useApprovalWords()(review);
  const keys = {
    approve: useCommandKeys("review.approve").aria,
    edit: useCommandKeys("review.edit").aria,
    return: useCommandKeys("review.return").aria,
  };
  const approve = () => {
    if (!verbs.isPending) verbs.approve();
  };
  useDecisionCommands({ isEnabled: mayDecide, approve, edit: onEdit, giveBack: () => setReturning(true) });
  if (!mayDecide) return <OtherFoot review={review} verbs={verbs} />;
  return (
    <footer
      data-foot
      className="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2 md:px-6"
    >
      <Button aria-keyshortcuts={keys.return} onClick={() => setReturning(true)}>
        {t("return")}
        <CommandKeys id="review.return" />
      </Button>
      <Button ref={editButton} aria-keyshortcuts={keys.edit} onClick={onEdit}>
        {t(isWritten(kept.now.edit) ? "editOn" : "edit")}
        <CommandKeys id="review.edit" />
      </Button>
      {caution ? <span className="ml-auto text-12 text-text-2">{caution}</span> : <Next />}
      <Button
        variant="primary"
        className="max-md:ml-auto"
        aria-keyshortcuts={keys.approve}
        pending={verbs.isPending}
        onClick={approve}
      >
        <span className="tabular-nums">{asWritten}</span>
        <CommandKeys id="review.approve" inverse />
      </Button>
      {isReturning ? (
        <ReturnDialog review={review} verbs={verbs} kept={kept} onClose={() => setReturning(false)} />
      ) : null}
    </footer>
  );
}

/** What comes after the decision, where a line has room for all of it: it takes none from the buttons, and wraps out of sight. */
function Next() {
  const t = useTranslations("review.foot");
  return (
    <span className="flex h-lh flex-1 flex-wrap justify-end overflow-hidden text-12 text-text-2 max-md:sr-only">
      <span aria-hidden className="h-full w-0" />
      <span className="whitespace-nowrap">{t("next")}</span>
    </span>
  );
}

/** Who does not decide about it sees where it stands. */
function OtherFoot({ review, verbs }: Pick<FootProps, "review" | "verbs">) {
  const t = useTranslations("review.foot");
  const { kind, state, isOwn } = review;
  return (
    <footer
      data-foot
      className="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-t border-line px-4 py-2 md:px-6"
    >
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

type ReturnProps = Pick<FootProps, "review" | "verbs" | "kept"> & { onClose: () => void };

/** Asks what should change. What is written is kept when it is closed, as all that is begun about a reply; Mod+Enter returns it. */
function ReturnDialog({ review, verbs, kept, onClose }: ReturnProps) {
  const t = useTranslations("review.return");
  const common = useTranslations("common");
  const { note } = kept.now;
  const hasWords = note.trim() !== "" || verbs.along > 0 || review.comments.some(({ settledAt }) => settledAt === null);
  const give = () => {
    if (hasWords && !verbs.isPending) verbs.giveBack(note.trim(), onClose);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    give();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name: review.author.name })}
      description={[t("text"), verbs.along > 0 ? t("along", { count: verbs.along }) : null].filter(Boolean).join(" ")}
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
            onChange={(event) => kept.change((now) => ({ ...now, note: event.target.value }))}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
    </Dialog>
  );
}
