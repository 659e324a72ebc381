const keyOf = (threadId: number): string => `threadwell-note-${threadId}`;

/** The words of a note that is begun and not saved, as long as this tab lives. */
export function readKeptNote(threadId: number): string {
  try {
    return sessionStorage.getItem(keyOf(threadId)) ?? "";
  } catch {
    return "";
  }
}

export function keepNote(threadId: number, text: string): void {
  try {
    if (text.trim()) sessionStorage.setItem(keyOf(threadId), text);
    else sessionStorage.removeItem(keyOf(threadId));
  } catch {
    // Storage is full or forbidden: the words are still in the form.
  }
}
