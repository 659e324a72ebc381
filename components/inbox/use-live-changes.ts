import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges, type LiveChange } from "@/lib/queries/live-changes";
import { threadKeys } from "@/lib/queries/threads";

const TOGETHER_MS = 150;

/** Reads again what changed on the server. Changes that come in a burst are read once; the open thread does not wait for the list. */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed: LiveChange[] = [];
    const readAgain = () => {
      timer = undefined;
      for (const queryKey of keysOf(changed.splice(0))) void queries.invalidateQueries({ queryKey });
    };
    const stop = followChanges((change) => {
      changed.push(change);
      timer ??= setTimeout(readAgain, TOGETHER_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [queries]);
}

function keysOf(changes: LiveChange[]): (readonly unknown[])[] {
  if (changes.some(({ kind }) => kind === "everything")) return [["threads"], ["mailboxes"]];
  const threads = new Set(
    changes.flatMap((change) => ("threadId" in change && change.threadId ? [change.threadId] : [])),
  );
  const touchesMailboxes = changes.some(({ kind }) => kind === "mailbox");
  return [
    ...[...threads].map((threadId) => threadKeys.thread(threadId)),
    threadKeys.lists,
    threadKeys.counts,
    ...(touchesMailboxes ? [["mailboxes"], threadKeys.filters] : []),
  ];
}
