import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { filtersQuery } from "@/lib/queries/threads";
import { useAwayWords } from "./use-away-words";
import { useTriageActions } from "./use-triage-actions";
import { useViewer } from "./viewer";
import { randomId } from "@/components/ui/random-id";

const LONGEST_NOTE = 5000;

/** To whom threads go, and what they are told: why, and what next. What is said stays in the thread as a note. */
export function HandOverForm({ threadIds, onClose }: { threadIds: number[]; onClose: () => void }) {
  const t = useTranslations("inbox.handOver");
  const common = useTranslations("common");
  const { apply } = useTriageActions();
  const { viewer } = useViewer();
  const awayWords = useAwayWords();
  const { data } = useQuery(filtersQuery());
  const others = (data?.team ?? []).filter(({ id }) => id !== viewer.id);
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState("");
  const [pressId] = useState(() => randomId());
  const first = useRef<HTMLSelectElement>(null);
  const memberId = chosen ?? others.find(({ id }) => awayWords(id) === null)?.id ?? others[0]?.id;
  const [isPending, start] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!memberId) return;
    const note = text.trim();
    start(async () => {
      if (await apply(threadIds, { kind: "assignee", assigneeId: memberId, ...(note ? { note, pressId } : {}) }))
        onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isKeptByPress
      title={t("title", { count: threadIds.length })}
      description={t("text")}
      initialFocus={first}
    >
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={t("to")}>
          {(control) => (
            <Select {...control} ref={first} value={memberId ?? ""} onChange={({ target }) => setChosen(target.value)}>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {[name, awayWords(id)].filter(Boolean).join(", ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t("note")} hint={t("noteHint")}>
          {(control) => (
            <Textarea
              {...control}
              maxLength={LONGEST_NOTE}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" pending={isPending} disabled={!memberId}>
            {t("give")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
