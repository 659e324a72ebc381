import { COMMAND_GROUPS, type Command, type CommandGroup } from "./command";
import { matchWords, type Range } from "./match-words";

export type RankedCommand = { command: Command; ranges: Range[]; score: number };
export type RankedGroup = { group: CommandGroup; commands: RankedCommand[] };

const EACH_AT_MOST = 8;

/**
 * The commands that fit what was typed, in groups: the best first within a group, and the group of the best first. With
 * nothing typed all of them, in the order in which they were given.
 */
export function rankedCommands(commands: readonly Command[], typed: string): RankedGroup[] {
  const isTyped = typed.trim() !== "";
  const groups = COMMAND_GROUPS.map((group) => {
    const ranked = commands.filter((command) => command.group === group).flatMap((command) => rank(command, typed));
    const best = isTyped ? ranked.toSorted((one, other) => other.score - one.score).slice(0, EACH_AT_MOST) : ranked;
    return { group, commands: best };
  }).filter(({ commands: left }) => left.length > 0);
  return isTyped ? groups.toSorted((one, other) => other.commands[0]!.score - one.commands[0]!.score) : groups;
}

function rank(command: Command, typed: string): RankedCommand[] {
  const match = matchWords(typed, command.label, [command.hint, command.words].filter(Boolean).join(" "));
  return match ? [{ command, ...match }] : [];
}
