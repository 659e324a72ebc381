import { afterEach, expect, test, vi } from "vitest";
import type { Command } from "./command";
import { commandSubject, onCommandsChange, register, registeredCommands, runCommand } from "./command-registry";

const withdrawals: (() => void)[] = [];
afterEach(() => withdrawals.splice(0).forEach((withdraw) => withdraw()));

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  group: "app",
  label: id,
  run: () => {},
  ...more,
});
function offer(commands: Command[], subject: string | null = null) {
  const withdraw = register({ commands: () => commands, subject: () => subject });
  withdrawals.push(withdraw);
  return withdraw;
}

test("of two commands with the same id the later one counts, until it goes", () => {
  const first = command("app.undo", { label: "first" });
  const second = command("app.undo", { label: "second" });
  offer([first, command("app.palette")]);

  const withdraw = offer([second]);
  expect(registeredCommands()).toEqual([expect.objectContaining({ id: "app.palette" }), second]);
  withdraw();

  expect(registeredCommands()[0]).toBe(first);
});

test("what cannot be done now is not run", () => {
  const run = vi.fn<() => void>();
  offer([command("thread.done", { run, isEnabled: () => false })]);

  expect(runCommand("thread.done")).toBe(false);
  expect(runCommand("thread.unknown")).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test("the palette hears when commands come and go", () => {
  const heard = vi.fn<() => void>();
  const stop = onCommandsChange(heard);

  offer([command("list.next")])();
  stop();
  offer([command("list.next")]);

  expect(heard).toHaveBeenCalledTimes(2);
});

test("commands are about what was named last", () => {
  offer([], "Defne Aksoy");
  const withdraw = offer([], "3 threads");
  offer([]);

  expect(commandSubject()).toBe("3 threads");
  withdraw();
  expect(commandSubject()).toBe("Defne Aksoy");
});
