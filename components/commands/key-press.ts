/** What a keyboard event says of the key; `key` is the letter of the reader's own layout. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  /** AltGr writes a character on many layouts (`]` on a German one) and is no command. */
  isAltGraph?: boolean;
};

type Stroke = { key: string; isMod: boolean; isShift: boolean };

/** Whether a press is the stroke "e", "Shift+U", "Mod+Shift+Enter", "?". Signs are taken however the layout makes them. */
export function isStroke(stroke: string, press: KeyPress, isMac: boolean): boolean {
  const { key, isMod, isShift } = parsed(stroke);
  const isSign = key.length === 1 && !isLetter(key);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (keyOf(press) !== key) return false;
  // AltGr counts as Ctrl and Alt on Windows; on a Mac it is Option that writes signs.
  if (isSign && (press.isAltGraph || (isMac && press.altKey))) return !isMod;
  return mod === isMod && !other && !press.altKey && (isSign || press.shiftKey === isShift);
}

/** A single character types where there is a field; such strokes can be switched off (WCAG 2.1.4). */
export const isSingleKey = (stroke: string): boolean => {
  const { key, isMod } = parsed(stroke);
  return !isMod && key.length === 1;
};

/** Whether keys hold: what needs a letter alone does not once those are switched off. */
export const keysHold = (keys: string, areSingleKeysOn: boolean): boolean =>
  areSingleKeysOn || !keys.split(" ").some(isSingleKey);

/** The caps to draw for keys: "g i" → G, I; "Mod+Shift+Enter" → Ctrl, ⇧, ↵ or ⌘, ⇧, ↵. */
export const capsOf = (keys: string, isMac: boolean): string[] =>
  keys.split(" ").flatMap((stroke) => {
    const { key, isMod, isShift } = parsed(stroke);
    const sign = SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    return [...(isMod ? [isMac ? "⌘" : "Ctrl"] : []), ...(isShift ? ["⇧"] : []), sign];
  });

/** Keys as `aria-keyshortcuts` writes them; it has no word for one key after another. */
export function ariaKeysOf(keys: readonly string[], isMac: boolean): string | undefined {
  const written = keys
    .filter((each) => !each.includes(" "))
    .map((stroke) => {
      const { key, isMod, isShift } = parsed(stroke);
      const name = key.length === 1 ? key.toUpperCase() : key;
      return [...(isMod ? [isMac ? "Meta" : "Control"] : []), ...(isShift ? ["Shift"] : []), name].join("+");
    });
  return written.length > 0 ? written.join(" ") : undefined;
}

const SIGNS: Partial<Record<string, string>> = { Enter: "↵", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

function parsed(stroke: string): Stroke {
  const parts = stroke.split("+");
  const key = parts.at(-1)!;
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    isMod: parts.includes("Mod"),
    isShift: parts.includes("Shift"),
  };
}

/** The letter in lower case, also with caps lock on. A layout without Latin letters is read by the place of its keys. */
function keyOf({ key, code }: KeyPress): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (place && key.length === 1 && key > "\u007f") return place.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);
