/** What a program has started and made, to be stopped and removed: the last first. */
export type Undo = (() => Promise<unknown>)[];

/** Undoes everything once, at the end or when the program is told to end. */
export function undoAtEnd(signals: readonly string[] = ["SIGINT", "SIGTERM", "SIGHUP"]) {
  const undo: Undo = [];
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= undoAll(undo));
  for (const signal of signals) process.on(signal, () => void stop().then(() => process.exit(130)));
  return { undo, stop, isStopping: () => stopping !== undefined };
}

async function undoAll(undo: Undo): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop())
    await step().catch((error: Error) => console.error(`while stopping: ${error.message}`));
}
