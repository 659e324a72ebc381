import { isComposing } from "@/components/ui/is-composing";

const LIMIT_MS = 3000;
const POPUP = "[role='menu'], [role='dialog']";
const KEPT = /^(?:.|Enter|Backspace|Arrow(?:Up|Down)|Home|End)$/su;

let end: (() => void) | null = null;

/**
 * What is pressed after a menu was asked for is meant for it, also while its code is on its way or it has no focus yet: the keys
 * are kept, are no commands meanwhile, and are pressed in it once it has the focus. What is left when one of them has closed it goes
 * where the focus is then. Esc takes the wish back; a press of the pointer, and three seconds, let go.
 */
export function keepKeysAhead(onEscape: () => void): void {
  end?.();
  const kept: string[] = [];
  const off = new AbortController();
  const letGo = () => off.abort();
  const options = { capture: true, signal: off.signal };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (event.key !== "Escape" && !KEPT.test(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A key that is held is the one that asked for the menu.
    if (event.repeat) return;
    if (event.key !== "Escape") return void kept.push(event.key);
    letGo();
    onEscape();
  };
  const pressAll = async () => {
    // It may still be giving the focus to one of its fields.
    await settled();
    while (kept.length > 0 && !off.signal.aborted) {
      press(kept.shift()!);
      // Each finds what the one before it has done; what comes meanwhile stands behind it.
      await settled();
    }
    letGo();
  };
  let isReady = false;
  const onFocus = ({ target }: FocusEvent) => {
    if (isReady || !(target instanceof Element) || !target.closest(POPUP)) return;
    isReady = true;
    void pressAll();
  };
  // Before everybody else, the keys of commands included.
  window.addEventListener("keydown", onKey, options);
  window.addEventListener("pointerdown", letGo, options);
  window.addEventListener("focusin", onFocus, options);
  const timer = setTimeout(letGo, LIMIT_MS);
  off.signal.addEventListener("abort", () => clearTimeout(timer));
  end = letGo;
}

/** React has drawn, and the focus is where it goes. */
const settled = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** A made-up key does by itself nothing of what the browser does with a person's: that is done here, as the field's own listeners hear it. */
function press(key: string): void {
  const target = document.activeElement;
  if (!target) return;
  const heard = (type: string) =>
    target.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
  const isFree = heard("keydown");
  if (isFree && target instanceof HTMLInputElement && key === "Backspace") document.execCommand("delete");
  if (isFree && target instanceof HTMLInputElement && key.length === 1) document.execCommand("insertText", false, key);
  heard("keyup");
  if (isFree && target instanceof HTMLButtonElement && (key === "Enter" || key === " ")) target.click();
}
