import type { ReactNode } from "react";
import type { CommandId } from "./keymap";

export const COMMAND_GROUPS = ["thread", "list", "reply", "go", "view", "app"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a person can do here, by key, from the palette or by a button. Its keys stand in the keymap under its id. */
export type Command = {
  /** A word of the keymap, or any other for what has no key ("thread.category.7f…"). */
  id: CommandId | (string & {});
  group: CommandGroup;
  label: string;
  /** A few words beside the label: "Settings", "from a template". */
  hint?: string;
  icon?: ReactNode;
  /** Where the focus has to be for its keys to hold; anywhere by default. The palette offers it everywhere. */
  when?: "list" | "thread" | "composer";
  /** Its keys hold while somebody types too: only for keys with Mod, and Escape. */
  inFields?: boolean;
  /** A key that is held down does it again and again. */
  repeats?: boolean;
  /** False for what has a key but makes no sense in the palette. */
  inPalette?: boolean;
  isEnabled?: () => boolean;
  run: () => void;
};
