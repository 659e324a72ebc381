"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { deactivateMember } from "@/lib/actions/members";
import { memberLeavingQuery } from "@/lib/queries/member-leaving";
import type { MemberLeaving } from "@/lib/services/members/schemas";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";
import { FormProblem } from "./form-problem";

type Props = { member: { id: string; name: string }; onDone: () => void };

/** Asks before somebody is shut out, says what they leave behind, and lets their threads be given to a teammate. */
export function DeactivateMember({ member, onDone }: Props) {
  const t = useTranslations("joining.leave");
  const words = useErrorWords();
  const [open, setOpen] = useState(false);
  const [heir, setHeir] = useState("");
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const safe = useRef<HTMLButtonElement>(null);
  const { data, isError } = useQuery({ ...memberLeavingQuery(member.id), enabled: open });
  const turn = (next: boolean) => {
    setOpen(next);
    setHeir("");
    setProblem(undefined);
  };
  const run = () =>
    start(async () => {
      const input = { memberId: member.id, threadsTo: heir || null };
      const result = await answerOf(deactivateMember(input));
      if (!result.ok) return setProblem(words.ofError(result.error));
      toast(t("done", { name: member.name, count: result.data.handedOver }));
      turn(false);
      onDone();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={turn}
      title={t("title", { name: member.name })}
      description={t("text")}
      initialFocus={safe}
      trigger={<Button variant="quiet-danger">{t("deactivate")}</Button>}
      actions={
        <>
          <Button ref={safe} onClick={() => turn(false)}>
            {t("keep")}
          </Button>
          <Button variant="danger" pending={pending} disabled={!data && !isError} onClick={run}>
            {t("confirm", { name: member.name })}
          </Button>
        </>
      }
    >
      {problem ? <FormProblem>{problem}</FormProblem> : null}
      {isError ? <FormProblem>{t("unreadable")}</FormProblem> : null}
      {!data && !isError ? <Skeleton className="w-2/3" /> : null}
      {data ? <WhatStays data={data} heir={heir} onHeir={setHeir} /> : null}
    </Dialog>
  );
}

type WhatStaysProps = { data: MemberLeaving; heir: string; onHeir: (memberId: string) => void };

function WhatStays({ data, heir, onHeir }: WhatStaysProps) {
  const t = useTranslations("joining.leave");
  const { threads, reminders, replies, tasks, others } = data;
  if (threads + reminders + replies + tasks === 0) return <p className="text-13 text-text-2">{t("nothing")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {threads + reminders > 0 ? (
        <Field
          label={threads > 0 ? t("threads", { count: threads }) : t("reminders", { count: reminders })}
          {...(threads > 0 && reminders > 0 ? { hint: t("remindersHint", { count: reminders }) } : {})}
        >
          {(control) => (
            <Select {...control} value={heir} onChange={(event) => onHeir(event.target.value)}>
              <option value="">{t(threads > 0 ? "nobody" : "end")}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {t("to", { name })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      {replies > 0 ? <p className="text-13 text-text-2">{t("replies", { count: replies })}</p> : null}
      {tasks > 0 ? <p className="text-13 text-text-2">{t("tasks", { count: tasks })}</p> : null}
    </div>
  );
}
