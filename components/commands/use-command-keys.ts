import { useHydrated } from "@/components/ui/use-hydrated";
import { ariaKeysOf, capsOf } from "./key-press";
import { keysOf, type CommandId } from "./keymap";
import { isMac } from "./platform";

/**
 * The keys of a command as they are shown and as `aria-keyshortcuts` names them. Ctrl or Cmd is known in the browser only;
 * the server draws Ctrl.
 */
export function useCommandKeys(id: CommandId): { caps: string[]; aria: string | undefined } {
  const isApple = useHydrated() && isMac();
  const keys = keysOf(id);
  return { caps: capsOf(keys[0] ?? "", isApple).filter(Boolean), aria: ariaKeysOf(keys, isApple) };
}
