import { useEffect, useLayoutEffect, useRef } from "react";
import type { Command } from "./command";
import { register } from "./command-registry";

/**
 * Offers commands as long as the component is there; of two with the same id the later one counts.
 * @param subject whom the commands of the group "thread" are about; the palette asks when it opens
 */
export function useCommands(commands: readonly Command[], subject: () => string | null = () => null): void {
  const latest = useRef({ commands, subject });
  useLayoutEffect(() => {
    latest.current = { commands, subject };
  });
  useEffect(() => register({ commands: () => latest.current.commands, subject: () => latest.current.subject() }), []);
}
