"use client";

import { useQueryClient } from "@tanstack/react-query";
import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { isComposing } from "@/components/ui/is-composing";
import { takeFocus } from "@/components/ui/take-focus";
import { Textarea } from "@/components/ui/textarea";
import { note } from "@/lib/actions/smartlead-actions";
import { threadKeys } from "@/lib/queries/threads";

/** What is begun and not saved, by thread, as long as the page lives. */
const kept = new Map<number, string>();

/** A note of the thread for the team, written in the timeline; what was typed stays until it is saved or deleted, also where the field is closed. */
export function NoteField({ threadId }: { threadId: number }) {
  const t = useTranslations("thread.lead.timeline.note");
  const common = useTranslations("common");
  const queries = useQueryClient();
  const [text, setText] = useState(kept.get(threadId) ?? "");
  const [isOpen, setOpen] = useState(false);
  const [isPending, setPending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [said, setSaid] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const write = (next: string) => {
    setText(next);
    if (next.trim()) kept.set(threadId, next);
    else kept.delete(threadId);
  };
  const close = () => {
    setOpen(false);
    setFailed(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const save = async () => {
    if (!text.trim() || isPending) return;
    setPending(true);
    const answer = await note({ threadId, text }).catch(() => null);
    setPending(false);
    setFailed(!answer?.ok);
    if (!answer?.ok) return;
    setSaid(t("saved"));
    // What was written on meanwhile is another note.
    if (kept.get(threadId) === text) {
      write("");
      close();
    }
    await queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mb-1">
      <output className="sr-only">{said}</output>
      {!isOpen ? (
        <button
          type="button"
          ref={opener}
          onClick={() => {
            setSaid("");
            setOpen(true);
          }}
          className="-mx-1 flex min-h-6 items-center gap-2 rounded-1 px-1 text-12 text-text-2 hover:bg-hover touch:min-h-control-touch"
        >
          <NotebookPen aria-hidden className="size-[15px] stroke-[1.75]" />
          {t(text.trim() ? "goOn" : "add")}
        </button>
      ) : (
        <div className="flex flex-col gap-1.5">
          <Textarea
            aria-label={t("label")}
            aria-describedby={`${id}-hint`}
            aria-invalid={hasFailed || undefined}
            ref={takeFocus}
            rows={3}
            maxLength={5000}
            value={text}
            onChange={(event) => write(event.target.value)}
            onKeyDown={onKeyDown}
            className="border-note-line bg-note-soft text-12 max-md:text-16"
          />
          {hasFailed ? (
            <div role="alert">
              <FieldError>{t("failed")}</FieldError>
            </div>
          ) : null}
          <div className="flex items-center gap-1.5">
            <span id={`${id}-hint`} className="min-w-0 flex-1 text-11 text-text-3">
              {t("hint")}
            </span>
            <Button size="sm" onClick={close}>
              {common("cancel")}
            </Button>
            <Button size="sm" pending={isPending} disabled={!text.trim()} onClick={() => void save()}>
              {t("save")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
