"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { addTask, note, remind } from "@/lib/actions/smartlead-actions";
import type { ThreadFormKind } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";
import { useViewer } from "./viewer";

type ThreadFormProps = { kind: ThreadFormKind; threadIds: number[]; onClose: () => void };

/** A short form about one thread: a note, a task or a reminder. What was typed stays when the server refuses it. */
export function ThreadForm({ kind, threadIds, onClose }: ThreadFormProps) {
  const t = useTranslations("inbox.smartlead.form");
  const common = useTranslations("common");
  const { now } = useViewer();
  const { threadId, smartlead, order } = useSmartleadThread(threadIds);
  const [text, setText] = useState("");
  const [time, setTime] = useState("");
  const [isPending, start] = useTransition();
  const first = useRef<HTMLTextAreaElement>(null);
  if (threadId === null) return null;
  const at = time ? new Date(time) : null;
  const isReady = text.trim() !== "" && (kind !== "reminder" || (at !== null && at > now));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    start(async () => {
      const due = at?.toISOString();
      const isDone =
        kind === "note"
          ? await order(() => note({ threadId, text }), "note")
          : kind === "task"
            ? await order(() => addTask({ threadId, name: text, ...(due ? { dueAt: due } : {}) }), "task")
            : await order(() => remind({ threadId, text, remindAt: due ?? "" }), "reminder");
      if (isDone) onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t(`${kind}.title`)}
      description={t(kind === "note" && !smartlead ? "note.own" : `${kind}.text`)}
      initialFocus={first}
    >
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={t(`${kind}.label`)}>
          {(control) => (
            <Textarea
              {...control}
              ref={first}
              rows={kind === "note" ? 4 : 2}
              maxLength={kind === "note" ? 5000 : kind === "task" ? 200 : 500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {kind === "note" ? null : (
          <Field label={t(`${kind}.time`)}>
            {(control) => (
              <Input
                {...control}
                type="datetime-local"
                value={time}
                onChange={(event) => setTime(event.target.value)}
              />
            )}
          </Field>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" variant="primary" pending={isPending} disabled={!isReady}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
