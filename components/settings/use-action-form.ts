"use client";

import { useEffect, useState, useTransition, type FormEvent } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/action";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";

type Refusal = { error: ActionError; form: HTMLFormElement };

/**
 * A form over one server action. What was typed stays in its fields whatever the answer; each refused field says why
 * (`errorOf`), what belongs to no field stands in `problem`, and the first wrong field gets the focus.
 */
export function useActionForm<Input, Data>(
  act: (input: Input) => Promise<ActionResult<Data>>,
  onDone: (data: Data, form: HTMLFormElement) => void | Promise<void>,
) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, start] = useTransition();
  const words = useErrorWords();
  const error = refusal?.error;

  useEffect(() => {
    refusal?.form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [refusal]);

  const submit = (read: (data: FormData) => Input) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const input = read(new FormData(form));
    start(async () => {
      const result = await answerOf(act(input));
      setRefusal(result.ok ? null : { error: result.error, form });
      if (result.ok) await onDone(result.data, form);
    });
  };
  const errorOf = (path: string): string | undefined => {
    const problem = error?.fields?.find((field) => field.path === path);
    return problem ? words.ofField(problem) : undefined;
  };
  const problem = error && !error.fields?.length ? words.ofError(error) : undefined;
  return { pending, submit, errorOf, problem, clear: () => setRefusal(null) };
}

/** A form's text field; absent and file values count as empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
