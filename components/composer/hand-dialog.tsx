import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { hand } from "@/lib/actions/drafts";
import { filtersQuery } from "@/lib/queries/threads";
import type { DraftToHand } from "./draft-to-hand";

type HandDialogProps = {
  /** Saves what is typed and saves nothing after it. */
  onPrepare: () => Promise<DraftToHand>;
  /** It is the teammate's now. */
  onHanded: (name: string) => void;
  /** It stays here. */
  onKept: () => void;
  onClose: () => void;
};

const REFUSALS = ["they_have_a_draft", "other_kind", "may_not_send", "may_not_see"] as const;
type Problem = Extract<DraftToHand, { problem: string }>["problem"] | (typeof REFUSALS)[number] | "failed";

/** To whom the draft goes, and a word about it. Where they have one of their own it is asked before the two are put together. */
export function HandDialog({ onPrepare, onHanded, onKept, onClose }: HandDialogProps) {
  const t = useTranslations("composer.handed");
  const common = useTranslations("common");
  const { viewer } = useViewer();
  const { data } = useQuery(filtersQuery());
  const team = (data?.team ?? []).filter(({ id }) => id !== viewer.id);
  const [chosen, setChosen] = useState("");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, start] = useTransition();
  const first = useRef<HTMLSelectElement>(null);
  const teammate = team.find(({ id }) => id === chosen);
  const give = (append: boolean) =>
    start(async () => {
      const draft = await onPrepare();
      if ("problem" in draft) return setProblem(draft.problem);
      const answer = await hand({ draftId: draft.draftId, toMemberId: chosen, note, append }).catch(() => null);
      if (answer?.ok) return onHanded(teammate?.name ?? "");
      onKept();
      setProblem(answer ? (REFUSALS.find((reason) => reason === answer.error.reason) ?? "failed") : "offline");
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) give(problem === "they_have_a_draft");
  };
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => !open && !isPending && onClose()}
      title={t("title")}
      description={t("text")}
      initialFocus={first}
    >
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={t("to")}>
          {(control) => (
            <Select
              {...control}
              ref={first}
              value={chosen}
              onChange={(event) => {
                setChosen(event.target.value);
                setProblem(null);
              }}
            >
              <option value="" disabled>
                {t("choose")}
              </option>
              {team.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("note")}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {data && team.length === 0 ? <p className="text-12 text-text-2">{t("nobody")}</p> : null}
        {problem ? <FieldError>{t(`problem.${problem}`, { name: teammate?.name ?? "" })}</FieldError> : null}
        <div className="flex justify-end gap-2">
          <Button disabled={isPending} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={isPending} disabled={!chosen}>
            {t(problem === "they_have_a_draft" ? "append" : "hand")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
