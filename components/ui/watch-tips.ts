/** What is said beside a control: its name (or what `data-tip-label` has to say), and the key that does the same. */
export type Tip = { anchor: HTMLElement; label: string; shortcut: string };

const DELAY_MS = 500;
/** Whoever goes from one control to the next need not wait again. */
const STILL_WARM_MS = 400;

/**
 * Watches the page for controls with `data-tip` under the mouse or the keyboard's focus. The bubble itself may be entered
 * (WCAG 1.4.13); a press, a key or leaving takes it away.
 * @param show called with what is to be said, or null
 * @returns how to stop
 */
export function watchTips(show: (tip: Tip | null) => void): () => void {
  let met: HTMLElement | null = null;
  let shown: HTMLElement | null = null;
  let hiddenAt = -STILL_WARM_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown = null;
    hiddenAt = performance.now();
    show(null);
  };
  const open = (anchor: HTMLElement) => {
    const label = anchor.dataset.tipLabel ?? anchor.getAttribute("aria-label");
    // It may have gone, or its menu come, in the meantime.
    if (!label || !anchor.isConnected || anchor.getAttribute("aria-expanded") === "true") return;
    shown = anchor;
    show({ anchor, label, shortcut: anchor.dataset.tip ?? "" });
  };
  const meet = (anchor: HTMLElement | null, delay: number) => {
    if (anchor === met) return;
    hide();
    met = anchor;
    if (!anchor) return;
    const isWarm = performance.now() - hiddenAt < STILL_WARM_MS;
    timer = setTimeout(() => open(anchor), isWarm ? 0 : delay);
  };

  const onPointerOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch" || !(target instanceof Element)) return;
    if (shown && target.closest("[data-tip-bubble]")) return;
    meet(tipAt(target), DELAY_MS);
  };
  const onFocusIn = ({ target }: FocusEvent) => {
    if (target instanceof Element && target.matches(":focus-visible")) meet(tipAt(target), 0);
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    if (target === met && met?.matches(":hover") === false) meet(null, 0);
  };
  const onLeave = () => meet(null, 0);
  const listeners = new AbortController();
  const options = { capture: true, passive: true, signal: listeners.signal };
  document.addEventListener("pointerover", onPointerOver, options);
  document.addEventListener("focusin", onFocusIn, options);
  document.addEventListener("focusout", onFocusOut, options);
  document.documentElement.addEventListener("pointerleave", onLeave, { signal: listeners.signal });
  for (const name of ["pointerdown", "keydown"] as const) document.addEventListener(name, hide, options);
  return () => {
    listeners.abort();
    hide();
  };
}

const tipAt = (target: Element): HTMLElement | null => target.closest<HTMLElement>("[data-tip]");
