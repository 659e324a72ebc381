import { onCommandsChange } from "./command-registry";

type EarlyPress = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; at: number };
declare global {
  interface Window {
    earlyKeys?: { presses: EarlyPress[]; stop: () => void };
  }
}

const NEXT_SIGNS = ["keydown", "pointerdown"] as const;
/** A press that nothing has answered for so long was not meant for what comes now. */
const FORGOTTEN_MS = 3_000;

/**
 * Keeps the letters that are pressed before the page is awake, outside of fields, and the palette's key, with which a browser would go
 * to its address bar. Text, since it stands in a script element and runs before everything else.
 */
export const EARLY_KEYS_SCRIPT = `(function(){var p=[],f="input,textarea,select,[contenteditable=true]";function h(e){var m=e.ctrlKey||e.metaKey,k=m&&e.key==="k"&&!e.shiftKey;if(e.key.length===1&&e.key!==" "&&(k||!m)&&!e.altKey&&!e.isComposing&&!(e.target.closest&&e.target.closest(f))){if(k)e.preventDefault();p.push({key:e.key,code:e.code,shiftKey:e.shiftKey,ctrlKey:e.ctrlKey,metaKey:e.metaKey,at:e.timeStamp})}}document.addEventListener("keydown",h,true);window.earlyKeys={presses:p,stop:function(){document.removeEventListener("keydown",h,true)}}})()`;

/**
 * Gives the first press from before the page was awake to the commands, as soon as one of them takes it; of a sequence, its
 * second press too. What was pressed after it is forgotten: it may have been meant for what the first one opens.
 * @returns how to stop waiting for a command that takes it
 */
export function replayEarlyKeys(isSequence: (key: string) => boolean): () => void {
  const early = window.earlyKeys;
  early?.stop();
  const [first, second] = early?.presses.splice(0) ?? [];
  if (!first) return () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = () => {
    if (performance.now() - first.at > FORGOTTEN_MS || commandTook(first)) stop();
  };
  const commandTook = (press: EarlyPress): boolean => {
    if (!dispatch(press)) return false;
    if (second && isSequence(press.key)) dispatch(second);
    return true;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(offer);
  };
  const unsubscribe = onCommandsChange(soon);
  // Whoever goes on has not waited for it.
  const onNext = (event: Event) => event.isTrusted && stop();
  NEXT_SIGNS.forEach((name) => document.addEventListener(name, onNext, { capture: true }));
  // The page may wake up in the middle of the very press: then it goes on to the commands by itself, but for what was held back above.
  const isHeldBack = first.ctrlKey || first.metaKey;
  const onSame = (event: KeyboardEvent) => {
    if (event.isTrusted && event.timeStamp === first.at && event.defaultPrevented && !isHeldBack) stop();
  };
  document.addEventListener("keydown", onSame);
  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
    document.removeEventListener("keydown", onSame);
    NEXT_SIGNS.forEach((name) => document.removeEventListener(name, onNext, { capture: true }));
  };
  soon();
  return stop;
}

/** Presses the key where the focus is. @returns whether somebody took it */
function dispatch(press: EarlyPress): boolean {
  const target = document.activeElement ?? document.body;
  return !target.dispatchEvent(
    new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true, composed: true }),
  );
}
