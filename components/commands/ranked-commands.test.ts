import { expect, test } from "vitest";
import type { Command, CommandGroup } from "./command";
import { rankedCommands } from "./ranked-commands";

const command = (group: CommandGroup, label: string, hint?: string): Command => ({
  id: label,
  group,
  label,
  run: () => {},
  ...(hint ? { hint } : {}),
});
const COMMANDS = [
  command("go", "Inbox"),
  command("go", "Done"),
  command("thread", "Mark as done"),
  command("thread", "Back to the inbox"),
  command("app", "Profile", "Settings"),
];
const shown = (typed: string) =>
  rankedCommands(COMMANDS, typed).map(({ group, commands }) => [group, ...commands.map((each) => each.command.label)]);

test("with nothing typed everything stands in its group", () => {
  expect(shown("")).toEqual([
    ["thread", "Mark as done", "Back to the inbox"],
    ["go", "Inbox", "Done"],
    ["app", "Profile"],
  ]);
});

test("the group of the best match comes first", () => {
  expect(shown("inbox")).toEqual([
    ["go", "Inbox"],
    ["thread", "Back to the inbox"],
  ]);
});

test("what is only hinted at comes after what is named", () => {
  const all = [...COMMANDS, command("app", "Settings"), command("app", "Team", "Settings")];

  const [first] = rankedCommands(all, "settings");

  expect(first!.commands.map((each) => each.command.label)).toEqual(["Settings", "Profile", "Team"]);
});

test("a command is found by what else it may be called", () => {
  const assign = { ...command("thread", "Assign to me"), words: "Take it, claim" };
  const found = (typed: string) => rankedCommands([...COMMANDS, assign], typed)[0]?.commands[0]?.command.label;

  expect(found("assign to me")).toBe("Assign to me");
  expect(found("take it")).toBe("Assign to me");
  expect(found("claim")).toBe("Assign to me");
});

test("a group with nothing that fits is not there", () => {
  expect(shown("zebra")).toEqual([]);
});
