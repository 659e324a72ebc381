import { readingStopped } from "./stop-reading";

const listeners = new Set<() => void>();
const state = { isOver: false, isAsking: false, isHeld: false };

/** Tells once the server does not know this browser's session any more. @returns how to stop listening */
export function followSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  if (state.isOver) listener();
  return () => void listeners.delete(listener);
}

export const isSessionOver = (): boolean => state.isOver;

/** While this page ends its session itself, nobody is told that it is over. */
export function holdSessionEnd(): void {
  state.isHeld = true;
}

/** The page stays after all: who was not told is told now. */
export function releaseSessionEnd(): void {
  if (!state.isHeld) return;
  state.isHeld = false;
  void askForSession();
}

/** Asks whether the session still counts, after something was refused or a stream broke; a server that is away proves nothing. */
export async function askForSession(): Promise<void> {
  if (state.isOver || state.isAsking || state.isHeld || readingStopped.aborted) return;
  state.isAsking = true;
  try {
    const response = await fetch("/api/auth/session", { signal: readingStopped });
    const session = response.ok ? ((await response.json()) as { user?: unknown }) : null;
    if (session === null || session.user || state.isHeld) return;
    state.isOver = true;
    for (const listener of listeners) listener();
  } catch {
    // It is asked again when the next thing is refused.
  } finally {
    state.isAsking = false;
  }
}
