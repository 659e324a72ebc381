import type { Command } from "./command";

type Source = { commands: () => readonly Command[]; subject: () => string | null };

const sources: Source[] = [];
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Adds what can be done here. @returns how to take it away again */
export function register(source: Source): () => void {
  sources.push(source);
  tell();
  return () => {
    sources.splice(sources.indexOf(source), 1);
    tell();
  };
}

/** What can be done now, what came last at the end; of two with the same id the later one counts. */
export function registeredCommands(): Command[] {
  const all = sources.flatMap(({ commands }) => commands());
  const lastPlace = new Map(all.map(({ id }, place) => [id, place]));
  return all.filter(({ id }, place) => lastPlace.get(id) === place);
}

/** Whom the commands of the group "thread" are about: a lead's name, "3 threads". */
export const commandSubject = (): string | null =>
  sources.findLast(({ subject }) => subject() !== null)?.subject() ?? null;

/** Does what a key or a choice of the palette would do. @returns false when nothing of this id can be done now */
export function runCommand(id: string): boolean {
  const command = registeredCommands().find((each) => each.id === id);
  if (!command || command.isEnabled?.() === false) return false;
  command.run();
  return true;
}

/** Calls back whenever commands come or go. */
export function onCommandsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
