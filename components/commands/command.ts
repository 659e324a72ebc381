import type { ComponentType } from "react";
import type { CommandId } from "./keymap";

export const COMMAND_GROUPS = ["thread", "list", "reply", "go", "view", "app"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** The parts of the screen, as their roots say in `data-pane`. */
export type Pane = "navigation" | "list" | "thread" | "composer" | "lead";

/** Something that a person can do here, by key, from the palette or by a button. Its keys stand in the keymap under its id. */
export type Command = {
  /** A word of the keymap, or any other for what has no key ("thread.category.7f…"). */
  id: CommandId | (string & {});
  group: CommandGroup;
  label: string;
  /** A few words beside the label: "Settings", "from a template". */
  hint?: string;
  /** What else it may be called: found by the palette, and not shown. */
  words?: string;
  icon?: ComponentType<{ className?: string; "aria-hidden"?: boolean }>;
  /** Where the focus has to be for its keys to hold; anywhere by default. The palette offers it everywhere. */
  when?: Pane | readonly Pane[];
  /** Its keys hold while somebody types too: only for keys with Mod, and Escape. */
  inFields?: boolean;
  /** A key that is held down does it again and again. */
  repeats?: boolean;
  /** False for what has a key but makes no sense in the palette. */
  inPalette?: boolean;
  isEnabled?: () => boolean;
  run: () => void;
};
