type Writing = { threadId: number; hasWords: boolean };

const listeners = new Set<(writing: Writing) => void>();

/** A composer says that its text was changed, and whether there are words in it; one that closes has none. */
export function signalWriting(writing: Writing): void {
  for (const listener of listeners) listener(writing);
}

/** @returns how to stop hearing */
export function onWriting(listener: (writing: Writing) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
