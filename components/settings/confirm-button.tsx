"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, useTransition, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/actions/action";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";
import { FormProblem } from "./form-problem";

type ConfirmButtonProps<Data> = {
  /** The words of the trigger, of the question, of its consequence and of the button that does it. */
  label: ReactNode;
  title: string;
  text: string;
  confirm: string;
  keep: string;
  act: () => Promise<ActionResult<Data>>;
  onDone: (data: Data) => void;
  /** Of the trigger. */
  variant?: ButtonVariant;
};

/** A button for what cannot be undone: it asks, the safe choice holds the focus, and a refusal is said in the question. */
export function ConfirmButton<Data>({
  label,
  title,
  text,
  confirm,
  keep,
  act,
  onDone,
  variant = "quiet-danger",
}: ConfirmButtonProps<Data>) {
  const common = useTranslations("common");
  const words = useErrorWords();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, start] = useTransition();
  const safe = useRef<HTMLButtonElement>(null);
  const run = () =>
    start(async () => {
      const result = await answerOf(act());
      setProblem(result.ok ? undefined : words.ofError(result.error));
      if (!result.ok) return;
      setOpen(false);
      onDone(result.data);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem(undefined);
      }}
      title={title}
      description={text}
      initialFocus={safe}
      trigger={<Button variant={variant}>{label}</Button>}
      actions={
        <>
          <Button ref={safe} onClick={() => setOpen(false)}>
            {keep || common("cancel")}
          </Button>
          <Button variant="danger" pending={pending} onClick={run}>
            {confirm}
          </Button>
        </>
      }
    >
      {problem ? <FormProblem>{problem}</FormProblem> : null}
    </Dialog>
  );
}
