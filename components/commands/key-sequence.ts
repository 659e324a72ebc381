import { isStroke, type KeyPress } from "./key-press";

/** A command's keys, "e" or "g i"; the earlier of two that fit wins. */
export type Binding = { id: string; keys: string };
type Step = {
  /** The strokes so far of a sequence that is not finished. */
  pending: readonly string[];
  /** The command that the press has finished. */
  id: string | null;
  /** The press belongs to the keys: nobody else may have it. */
  isTaken: boolean;
};

/** After this long the first key of two is forgotten. */
export const SEQUENCE_MS = 1000;

const NOTHING: Step = { pending: [], id: null, isTaken: false };
const MODIFIERS = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"];

/**
 * What one press does: it finishes a command, begins or goes on with a sequence, or nothing. A letter that does not go on
 * with a sequence ends it and is taken, so that a slip after `g` marks no thread as done.
 */
export function advance(
  pending: readonly string[],
  press: KeyPress,
  bindings: readonly Binding[],
  isMac: boolean,
): Step {
  if (MODIFIERS.includes(press.key)) return { ...NOTHING, pending };
  const fitting = bindings
    .map(({ id, keys }) => ({ id, strokes: keys.split(" ") }))
    .filter(
      ({ strokes }) =>
        pending.every((stroke, index) => strokes[index] === stroke) &&
        strokes.length > pending.length &&
        isStroke(strokes[pending.length]!, press, isMac),
    );
  const finished = fitting.find(({ strokes }) => strokes.length === pending.length + 1);
  if (finished) return { ...NOTHING, id: finished.id, isTaken: true };
  const begun = fitting[0];
  if (begun) return { ...NOTHING, pending: begun.strokes.slice(0, pending.length + 1), isTaken: true };
  const isLetter = press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey;
  return { ...NOTHING, isTaken: pending.length > 0 && isLetter };
}
