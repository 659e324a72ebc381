import { useHydrated } from "@/components/ui/use-hydrated";
import { ariaKeysOf, capsOf, keysHold } from "./key-press";
import { keysOf, type CommandId } from "./keymap";
import { isMac } from "./platform";
import { useSingleKeys } from "./single-keys";

/**
 * The keys of a command as they are shown and as `aria-keyshortcuts` names them; none that are switched off. Ctrl or Cmd is
 * known in the browser only; the server draws Ctrl.
 */
export function useCommandKeys(id: CommandId): { caps: string[]; aria: string | undefined } {
  const isApple = useHydrated() && isMac();
  const areSingleKeysOn = useSingleKeys();
  const keys = keysOf(id).filter((each) => keysHold(each, areSingleKeysOn));
  return { caps: capsOf(keys[0] ?? "", isApple).filter(Boolean), aria: ariaKeysOf(keys, isApple) };
}
