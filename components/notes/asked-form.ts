import { useSyncExternalStore } from "react";

type Form = "note" | "task";

/** Which thread's form is open, one of each kind; how often it was asked for says when the focus is to go there. */
const open = new Map<Form, { threadId: number; times: number }>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Opens the form of a thread, or brings the focus back into it. */
export function askForm(form: Form, threadId: number): void {
  open.set(form, { threadId, times: (open.get(form)?.times ?? 0) + 1 });
  tell();
}

export function closeForm(form: Form): void {
  open.delete(form);
  tell();
}

/** How often the form of a thread was asked for; 0 while it is closed. */
export function useAskedForm(form: Form, threadId: number): number {
  return useSyncExternalStore(
    follow,
    () => timesOf(form, threadId),
    () => 0,
  );
}

function timesOf(form: Form, threadId: number): number {
  const asked = open.get(form);
  return asked?.threadId === threadId ? asked.times : 0;
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
