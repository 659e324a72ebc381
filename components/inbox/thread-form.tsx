"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { addTask, remind } from "@/lib/actions/smartlead-actions";
import type { ThreadFormKind } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";
import { useViewer } from "./viewer";

type ThreadFormProps = { kind: ThreadFormKind; threadIds: number[]; onClose: () => void };

/** A short form about one thread at Smartlead: a task or a reminder. What was typed stays when the server refuses it. */
export function ThreadForm(props: ThreadFormProps) {
  const { kind, onClose } = props;
  const t = useTranslations("inbox.smartlead.form");
  const common = useTranslations("common");
  const { text, setText, time, setTime, isReady, isPending, submit } = useThreadForm(props);
  const first = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open
      isKeptByPress
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t(`${kind}.title`)}
      description={t(`${kind}.text`)}
      initialFocus={first}
    >
      <form className="flex flex-col gap-3" onSubmit={submit}>
        <Field label={t(`${kind}.label`)}>
          {(control) => (
            <Textarea
              {...control}
              ref={first}
              rows={2}
              maxLength={LONGEST[kind]}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={t(`${kind}.time`)}>
          {(control) => (
            <Input {...control} type="datetime-local" value={time} onChange={(event) => setTime(event.target.value)} />
          )}
        </Field>
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

const LONGEST = { task: 200, reminder: 500 };

function useThreadForm({ kind, threadIds, onClose }: ThreadFormProps) {
  const { now } = useViewer();
  const { threadId, order } = useSmartleadThread(threadIds);
  const [text, setText] = useState("");
  const [time, setTime] = useState("");
  const [isPending, start] = useTransition();
  const at = time ? new Date(time) : null;
  const isReady = threadId !== null && text.trim() !== "" && (kind !== "reminder" || (at !== null && at > now));
  const send = () => {
    const about = { threadId: threadId ?? 0 };
    const due = at?.toISOString();
    if (kind === "task") return addTask({ ...about, name: text, ...(due ? { dueAt: due } : {}) });
    return remind({ ...about, text, remindAt: due ?? "" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady)
      start(async () => {
        if (await order(send, kind)) onClose();
      });
  };
  return { text, setText, time, setTime, isReady, isPending, submit };
}
