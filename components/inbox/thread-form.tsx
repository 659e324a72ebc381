"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { ClockField } from "@/components/fields/clock-field";
import { DayField } from "@/components/fields/day-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { addTask, remind } from "@/lib/actions/smartlead-actions";
import { instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import type { ThreadFormKind } from "./use-triage-actions";
import { useSmartleadThread } from "./use-smartlead-thread";
import { useViewer } from "./viewer";

type ThreadFormProps = { kind: ThreadFormKind; threadIds: number[]; onClose: () => void };

/** A short form about one thread at Smartlead: a task or a reminder. What was typed stays when the server refuses it. */
export function ThreadForm(props: ThreadFormProps) {
  const { kind, onClose } = props;
  const t = useTranslations("inbox.smartlead.form");
  const common = useTranslations("common");
  const { text, setText, today, due, setDue, isPast, isReady, isPending, submit } = useThreadForm(props);
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
        <Field label={t(`${kind}.time`)} error={isPast ? t("past") : undefined}>
          {(control) => (
            <div className="flex items-start gap-2">
              <DayField
                {...control}
                today={today}
                min={today}
                value={due.date ?? ""}
                onChange={(date) => setDue({ date })}
              />
              <ClockField
                aria-label={t("clock")}
                value={due.time ?? ""}
                onChange={(time) => setDue({ time })}
                className="w-29 shrink-0"
              />
            </div>
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

/** Null while a text stands there that says none. */
type Due = { date: string | null; time: string | null };

const LONGEST = { task: 200, reminder: 500 };

function useThreadForm({ kind, threadIds, onClose }: ThreadFormProps) {
  const { viewer, now } = useViewer();
  const { threadId, order } = useSmartleadThread(threadIds);
  const [text, setText] = useState("");
  const [due, setWhole] = useState<Due>({ date: "", time: "09:00" });
  const setDue = (change: Partial<Due>) => setWhole({ ...due, ...change });
  const [isPending, start] = useTransition();
  const { date, time } = due;
  const at = date && time ? (instantOf({ date, time }, viewer.timeZone)?.instant ?? null) : null;
  const isPast = kind === "reminder" && at !== null && at <= now;
  const isWhole = date !== null && time !== null && (kind === "task" || at !== null);
  const isReady = threadId !== null && text.trim() !== "" && isWhole && !isPast;
  const send = () => {
    const about = { threadId: threadId ?? 0 };
    const dueAt = at?.toISOString();
    if (kind === "task") return addTask({ ...about, name: text, ...(dueAt ? { dueAt } : {}) });
    return remind({ ...about, text, remindAt: dueAt ?? "" });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady)
      start(async () => {
        if (await order(send, kind)) onClose();
      });
  };
  const { date: today } = wallTimeOf(now, viewer.timeZone);
  return { text, setText, today, due, setDue, isPast, isReady, isPending, submit };
}
