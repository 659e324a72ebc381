import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useDebounced } from "@/components/inbox/use-debounced";
import type { ShellSession } from "@/components/shell/shell-session";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { foundThreadsQuery } from "@/lib/queries/found-threads";
import { threadPath } from "@/lib/url/paths";
import type { Command } from "./command";
import { onCommandsChange, registeredCommands } from "./command-registry";
import { rankedCommands, type RankedGroup } from "./ranked-commands";
import { usePaletteCommands } from "./use-palette-commands";
import { useGoTo } from "./use-go-to";

export type PaletteModel = {
  groups: RankedGroup[];
  threads: ThreadRow[];
  /** Commands and threads in the order in which they stand, by the id of their option. */
  runs: Map<string, () => void>;
  isSearching: boolean;
  hasFailed: boolean;
};

/** What the palette offers for what was typed. */
export function usePalette(session: ShellSession, typed: string): PaletteModel {
  const goTo = useGoTo();
  const commands = [...useRegistered(), ...usePaletteCommands(session)];
  const q = useDebounced(typed.trim(), 150);
  const isAsked = q.length >= 2 && typed.trim().length >= 2;
  const found = useQuery({ ...foundThreadsQuery(q), enabled: isAsked });
  const groups = rankedCommands(commands, typed);
  const threads = isAsked ? (found.data?.rows ?? []) : [];
  const open = ({ id }: ThreadRow) => goTo(`${threadPath(id)}?view=all`);
  return {
    groups,
    threads,
    runs: new Map([
      ...groups.flatMap((group) => group.commands.map(({ command }) => [command.id, command.run] as const)),
      ...threads.map((thread) => [threadOption(thread), () => open(thread)] as const),
    ]),
    isSearching: isAsked && found.isFetching,
    hasFailed: isAsked && found.isError,
  };
}

export const threadOption = ({ id }: ThreadRow): string => `thread ${id}`;

/** What the page offers, as it comes and goes; only what can be done now. */
function useRegistered(): Command[] {
  const [commands, setCommands] = useState(offered);
  useEffect(() => onCommandsChange(() => setCommands(offered())), []);
  return commands;
}

const offered = (): Command[] =>
  registeredCommands().filter(({ inPalette, isEnabled }) => inPalette !== false && isEnabled?.() !== false);
