import { useEffect } from "react";
import type { Command } from "./command";
import { closeOverlay, commandOverlay, focusedElement } from "./command-overlay";
import { registeredCommands } from "./command-registry";
import { replayEarlyKeys } from "./early-keys";
import { keysHold } from "./key-press";
import { advance, SEQUENCE_MS, type Binding } from "./key-sequence";
import { COMMAND_IDS, keysOf, placeOf } from "./keymap";
import { isMac } from "./platform";
import { isComposing } from "@/components/ui/is-composing";
import { areSingleKeysOn } from "./single-keys";

/**
 * The one listener for the keys of all commands. What holds in fields too is heard before the fields, which have uses of
 * their own for such keys; everything else after whatever the key was pressed in.
 */
export function useCommandListener(): void {
  useEffect(() => {
    const early = listener((command) => command.inFields === true);
    const late = listener((command) => command.inFields !== true);
    document.addEventListener("keydown", early, { capture: true });
    document.addEventListener("keydown", late);
    const stopReplay = replayEarlyKeys((key) =>
      COMMAND_IDS.some((id) => keysOf(id).some((keys) => keys.startsWith(`${key} `))),
    );
    return () => {
      stopReplay();
      document.removeEventListener("keydown", early, { capture: true });
      document.removeEventListener("keydown", late);
    };
  }, []);
}

function listener(isMine: (command: Command) => boolean): (event: KeyboardEvent) => void {
  let pending: readonly string[] = [];
  let begunAt = 0;
  return (event) => {
    // While what was asked for is still being loaded: one can change one's mind.
    if (event.key === "Escape" && commandOverlay() && event.target === focusedElement()) return closeOverlay();
    if (event.defaultPrevented || isComposing(event) || isElsewhere(event)) {
      pending = [];
      return;
    }
    if (event.timeStamp - begunAt > SEQUENCE_MS) pending = [];
    const commands = registeredCommands().filter((command) => isMine(command) && holds(command, event));
    const press = Object.assign(pressOf(event), { isAltGraph: event.getModifierState("AltGraph") });
    const step = advance(pending, press, bindingsOf(commands), isMac());
    pending = step.pending;
    begunAt = event.timeStamp;
    if (!step.isTaken) return;
    event.preventDefault();
    event.stopPropagation();
    commands.find(({ id }) => id === step.id)?.run();
  };
}

const pressOf = ({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
});

/**
 * What holds only where the focus is goes before what holds everywhere; of two that share a key there, the one that stands later
 * in the keymap. (Which was registered first says nothing: a page that is loaded with both begins with the inner one.)
 */
function bindingsOf(commands: Command[]): Binding[] {
  const isOn = areSingleKeysOn();
  return commands
    .toSorted(
      (one, other) => Number(Boolean(other.when)) - Number(Boolean(one.when)) || placeOf(other.id) - placeOf(one.id),
    )
    .flatMap(({ id }) => keysOf(id).map((keys) => ({ id, keys })))
    .filter(({ keys }) => keysHold(keys, isOn));
}

const LAYER = ["menu", "listbox", "dialog", "alertdialog"]
  // Toasts are dialogs by their role, and leave the page to itself.
  .map((role) => `[role="${role}"]:not([aria-modal="false"])`)
  .join();
const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"]';

/** Menus, lists of choices and dialogs have keys of their own, and what lies over the page comes first. */
function isElsewhere({ target }: KeyboardEvent): boolean {
  if (commandOverlay() || !(target instanceof Element)) return true;
  const isOverNothing = target === document.body;
  // One that waits to be shown has no keys yet.
  const shown = () => [...document.querySelectorAll(LAYER)].find((each) => each.checkVisibility()) ?? null;
  const layer = isOverNothing ? shown() : target.closest(LAYER);
  return layer !== null;
}

function holds(command: Command, event: KeyboardEvent): boolean {
  const target = event.target as Element;
  const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
  if (event.repeat && !command.repeats) return false;
  if (!command.inFields && target.closest(TYPED_INTO)) return false;
  // A list of proposals under a field closes first.
  if (event.key === "Escape" && target.getAttribute("aria-expanded") === "true") return false;
  // Enter is the button's or the link's own.
  if (isEnter && target.closest("a, button, summary, [role='button']")) return false;
  if (command.when && !isIn(target, [command.when].flat())) return false;
  return command.isEnabled?.() !== false;
}

/** Where nothing has the focus, as after the page was loaded, what is read there counts. */
const isIn = (target: Element, panes: readonly string[]): boolean =>
  panes.includes(
    target === document.body ? "thread" : (target.closest("[data-pane]")?.getAttribute("data-pane") ?? ""),
  );
