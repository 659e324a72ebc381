import { isComposing } from "@/components/ui/is-composing";

const LIMIT_MS = 15_000;
const TYPED_INTO = "input, textarea, select, [contenteditable='true']";

let typed = "";
let end: (() => void) | null = null;

/**
 * What is typed after a press that opens the composer belongs into it, also while its editor is still on its way: the letters
 * are kept, and are no commands, until `takeTyped` asks for them. Asked for again meanwhile it goes on with what it has.
 */
export function catchTyping(): void {
  end?.();
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
    const next = typedAfter(typed, event.key);
    if (next === null) return;
    // A key that is held is the one that opened the composer.
    if (!event.repeat) typed = next;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before everybody else, the keys of commands included.
  window.addEventListener("keydown", onKey, { capture: true });
  const letGo = () => window.removeEventListener("keydown", onKey, { capture: true });
  // What was typed is kept for an editor that comes later.
  const timer = setTimeout(letGo, LIMIT_MS);
  end = () => {
    letGo();
    clearTimeout(timer);
  };
}

/** What was typed so far, with a line break for each Enter; from now on keys go where the focus is. */
export function takeTyped(): string {
  const words = typed;
  stopTyping();
  return words;
}

export function stopTyping(): void {
  end?.();
  end = null;
  typed = "";
}

/** @returns null for a key that is not text */
export function typedAfter(before: string, key: string): string | null {
  if (key === "Enter") return `${before}\n`;
  if (key === "Backspace") return before.replace(/.$/su, "");
  return /^.$/su.test(key) ? before + key : null;
}
