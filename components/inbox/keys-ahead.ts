import { isComposing } from "@/components/ui/is-composing";

const LIMIT_MS = 3000;
const POPUP = "[role='menu'], [role='dialog']";
const KEPT = /^(?:.|Enter|Backspace|Arrow(?:Up|Down)|Home|End)$/su;

let end: (() => void) | null = null;

/**
 * What is pressed after a menu was asked for is meant for it, also while its code is on its way or it has no focus yet: the keys
 * are kept, are no commands meanwhile, and are pressed in it once it has the focus. Esc takes the wish back; a press of the
 * pointer, and three seconds without a menu, let go.
 */
export function keepKeysAhead(onEscape: () => void): void {
  end?.();
  let kept: string[] = [];
  const off = new AbortController();
  const letGo = () => off.abort();
  const options = { capture: true, signal: off.signal };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (event.key !== "Escape" && !KEPT.test(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A key that is held is the one that asked for the menu.
    if (event.repeat) return;
    if (event.key !== "Escape") return void kept.push(event.key);
    kept = [];
    letGo();
    onEscape();
  };
  // Before everybody else, the keys of commands included.
  window.addEventListener("keydown", onKey, options);
  window.addEventListener("pointerdown", letGo, options);
  window.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest(POPUP)) return;
      letGo();
      // It may still be giving the focus to one of its fields.
      setTimeout(() => kept.forEach(press));
    },
    options,
  );
  const timer = setTimeout(letGo, LIMIT_MS);
  off.signal.addEventListener("abort", () => clearTimeout(timer));
  end = letGo;
}

function press(key: string): void {
  const target = document.activeElement;
  // A made-up key writes nothing by itself. The old command writes as a person does: the field's own listeners hear it.
  if (target instanceof HTMLInputElement && key === "Backspace") document.execCommand("delete");
  else if (target instanceof HTMLInputElement && key.length === 1) document.execCommand("insertText", false, key);
  else
    for (const type of ["keydown", "keyup"])
      target?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
}
