import { Kbd } from "@/components/ui/kbd";
import type { CommandId } from "./keymap";
import { useCommandKeys } from "./use-command-keys";

/** The key caps of a command, where there are keys to press. Nothing is read out: `aria-keyshortcuts` says the key. */
export function CommandKeys({ id, inverse = false }: { id: CommandId; inverse?: boolean }) {
  const { caps } = useCommandKeys(id);
  if (caps.length === 0) return null;
  return (
    <span className="inline-flex shrink-0 gap-1 touch:hidden">
      {caps.map((cap, index) => (
        <Kbd key={`${index}${cap}`} inverse={inverse}>
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
