"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { deactivateMember } from "@/lib/actions/members";
import { memberLeavingQuery } from "@/lib/queries/member-leaving";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";
import { FormProblem } from "./form-problem";
import { choiceOf, type LeftTo, WhatIsLeft } from "./what-is-left";

type Props = { member: { id: string; name: string }; onDone: () => void };

/** Asks before somebody is shut out, says what they leave behind, and lets somebody else take it over. */
export function DeactivateMember({ member, onDone }: Props) {
  const t = useTranslations("joining.leave");
  const common = useTranslations("common");
  const words = useErrorWords();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<LeftTo>("unassigned");
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const safe = useRef<HTMLButtonElement>(null);
  const { data, isError } = useQuery({ ...memberLeavingQuery(member.id), enabled: open });
  const turn = (next: boolean) => {
    setOpen(next);
    setTo("unassigned");
    setProblem(undefined);
  };
  const run = () =>
    start(async () => {
      const result = await answerOf(deactivateMember({ memberId: member.id, threadsTo: to }));
      if (!result.ok) return setProblem(words.ofError(result.error));
      const { handedOver: count, drafts } = result.data;
      toast(t("done", { name: member.name, to: choiceOf(to), count, given: drafts.given, kept: drafts.kept }));
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
            {common("cancel")}
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
      {data ? <WhatIsLeft member={member} data={data} to={to} onTo={setTo} /> : null}
    </Dialog>
  );
}
