import { Kbd } from "@/components/ui/kbd";
import type { CommandId } from "./keymap";
import { useCommandKeys } from "./use-command-keys";

/** The key caps of a command. Nothing is read out: `aria-keyshortcuts` says the key. */
export function CommandKeys({ id, inverse = false }: { id: CommandId; inverse?: boolean }) {
  const { caps } = useCommandKeys(id);
  return (
    <span className="inline-flex shrink-0 gap-1">
      {caps.map((cap, index) => (
        <Kbd key={`${index}${cap}`} inverse={inverse}>
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
