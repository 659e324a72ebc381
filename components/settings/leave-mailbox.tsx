"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { disableMailbox, removeMailbox } from "@/lib/actions/mailboxes";
import { leavingQuery } from "@/lib/queries/leaving";
import type { Leaving } from "@/lib/services/mailboxes/schemas";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";
import { FormProblem } from "./form-problem";
import type { MailboxItem } from "./mailbox-item";
import { PendingChoice, type Pending } from "./pending-choice";

type Props = { kind: "disable" | "remove"; mailbox: MailboxItem; onDone: () => void };

/** Disabling or removing a mailbox asks what becomes of the replies that it has still to send. */
export function LeaveMailbox({ kind, mailbox, onDone }: Props) {
  const t = useTranslations("mailbox.leave");
  const [open, setOpen] = useState(false);
  const safe = useRef<HTMLButtonElement>(null);
  const [choice, setChoice] = useState<Pending>({ pending: "hold" });
  const { data, isError } = useQuery({ ...leavingQuery(mailbox.id), enabled: open });
  const { run, pending, problem, clear } = useLeave({ kind, mailbox, onDone }, () => setOpen(false));
  const isAsked = (data?.waiting ?? 0) > 0;
  const chosen: Pending = isAsked ? choice : { pending: "hold" };
  const turn = (next: boolean) => {
    setOpen(next);
    setChoice({ pending: "hold" });
    clear();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      title={t(`${kind}Title`, { address: mailbox.address })}
      description={data ? t(`${kind}Text`, { threads: data.threads }) : null}
      initialFocus={safe}
      trigger={<Button variant="quiet-danger">{t(kind)}</Button>}
      actions={
        <>
          <Button ref={safe} onClick={() => turn(false)}>
            {t("keep")}
          </Button>
          <Button
            variant="danger"
            pending={pending}
            disabled={!data || (chosen.pending === "move" && !chosen.moveToId)}
            onClick={() => run(chosen)}
          >
            {t(`confirm.${kind}.${isAsked ? chosen.pending : "none"}`)}
          </Button>
        </>
      }
    >
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      {isError ? <FormProblem>{t("unreadable")}</FormProblem> : null}
      {!data && !isError ? <Skeleton className="w-2/3" /> : null}
      {data ? <WhatHangs data={data} kind={kind} choice={choice} onChoose={setChoice} /> : null}
    </Dialog>
  );
}

type WhatHangsProps = { data: Leaving; kind: Props["kind"]; choice: Pending; onChoose: (choice: Pending) => void };

function WhatHangs({ data, kind, choice, onChoose }: WhatHangsProps) {
  const t = useTranslations("mailbox.leave");
  return (
    <div className="flex flex-col gap-3">
      {data.waiting > 0 ? (
        <PendingChoice
          legend={t("waiting", { count: data.waiting })}
          kind={kind}
          others={data.others}
          chosen={choice}
          onChoose={onChoose}
        />
      ) : null}
      {data.failed > 0 && choice.pending !== "cancel" ? (
        <p className="text-12 text-text-2">{t("failed", { count: data.failed })}</p>
      ) : null}
      {data.untouched > 0 ? <p className="text-12 text-text-2">{t("untouched", { count: data.untouched })}</p> : null}
    </div>
  );
}

function useLeave({ kind, mailbox, onDone }: Props, close: () => void) {
  const t = useTranslations("mailbox.leave");
  const words = useErrorWords();
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const run = (choice: Pending) =>
    start(async () => {
      const act = kind === "remove" ? removeMailbox : disableMailbox;
      const input = { mailboxId: mailbox.id, ...choice };
      const result = await answerOf(act(input));
      if (!result.ok) return setProblem(words.ofError(result.error));
      const { moved, cancelled } = result.data;
      toast(t("done", { address: mailbox.address, removed: kind === "remove" ? "yes" : "no", moved, cancelled }));
      close();
      onDone();
    });
  return { run, pending, problem, clear: () => setProblem(undefined) };
}
