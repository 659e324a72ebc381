"use client";

import { useEffect, useState, useTransition, type FormEvent } from "react";
import type { ActionError, ActionResult } from "@/lib/actions/action";
import { answerOf } from "./answer-of";
import { useErrorWords } from "./error-words";
import { stillWrong } from "./still-wrong";

type Refusal<Input> = { error: ActionError; form: HTMLFormElement; input: Input };
type Read<Input> = (data: FormData) => Input;

/**
 * A form over one server action. What was typed stays in its fields whatever the answer; each refused field says why until
 * it changes (`errorOf`), what belongs to no field stands in `problem`, and the first wrong field gets the focus.
 */
export function useActionForm<Input, Data>(
  act: (input: Input) => Promise<ActionResult<Data>>,
  onDone: (data: Data, form: HTMLFormElement) => void | Promise<void>,
) {
  const [refusal, setRefusal] = useState<Refusal<Input> | null>(null);
  const [wrong, setWrong] = useState<NonNullable<ActionError["fields"]>>([]);
  const [pending, start] = useTransition();
  const words = useErrorWords();
  const error = refusal?.error;
  let readNow: Read<Input> | undefined;

  useEffect(() => {
    refusal?.form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [refusal]);

  // After each drawing: a field also changes by what is drawn into it.
  useEffect(() => {
    if (!refusal || wrong.length === 0) return;
    const { form, input } = refusal;
    const look = () => {
      const left = readNow ? stillWrong(wrong, input, readNow(new FormData(form))) : wrong;
      if (left.length < wrong.length) setWrong(left);
    };
    look();
    // Fields that keep their own value have drawn it by then.
    const soon = () => setTimeout(look);
    for (const kind of CHANGES) form.addEventListener(kind, soon);
    return () => {
      for (const kind of CHANGES) form.removeEventListener(kind, soon);
    };
  });

  const submit = (read: Read<Input>) => {
    // oxlint-disable-next-line react/immutability -- it is of this drawing, and its effect reads the form as this drawing does
    readNow = read;
    return (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      const unread = [...form.querySelectorAll<HTMLElement>("[data-unread]")].find((field) => field.checkVisibility());
      // A text that says no day or time is nothing to send; its field says so.
      if (unread) return unread.focus();
      const input = read(new FormData(form));
      start(async () => {
        const result = await answerOf(act(input));
        setRefusal(result.ok ? null : { error: result.error, form, input });
        setWrong(result.ok ? [] : (result.error.fields ?? []));
        if (result.ok) await onDone(result.data, form);
      });
    };
  };
  const errorOf = (path: string): string | undefined => {
    const problem = wrong.find((field) => field.path === path);
    return problem ? words.ofField(problem) : undefined;
  };
  const problem = error && !error.fields?.length ? words.ofError(error) : undefined;
  const clear = () => {
    setRefusal(null);
    setWrong([]);
  };
  return { pending, submit, errorOf, problem, clear };
}

/** After which a field of a form may have another value: also by a choice in what it has opened. */
const CHANGES = ["input", "change", "click", "focusout"];

/** A form's text field; absent and file values count as empty. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
