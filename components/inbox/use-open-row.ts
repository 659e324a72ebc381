import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { OpenThread, ThreadRow } from "@/lib/domain/thread-view";
import { threadQuery } from "@/lib/queries/threads";
import { keepOpenRow } from "./keep-open-row";

/** Keeps the open thread's row in the list that it was opened in, as the thread stands now, until another thread or none is open. */
export function useOpenRow(key: string, rows: ThreadRow[], openId: number | null): ThreadRow[] {
  const now = { key, rows, openId };
  const [last, setLast] = useState({ ...now, kept: rows });
  let { kept } = last;
  if (last.key !== key || last.rows !== rows || last.openId !== openId) {
    kept = keepOpenRow(rows, last.key === key ? last.kept : [], openId);
    setLast({ ...now, kept });
  }
  const { data: standing } = useQuery({ ...threadQuery(openId ?? 0), enabled: false, select: standingOf });
  return useMemo(() => {
    if (kept === rows || !standing) return kept;
    return kept.map((row) => (row.id === openId ? { ...row, ...standing } : row));
  }, [kept, rows, openId, standing]);
}

/** What a row shows of how a thread stands. Who has it open has read it. */
function standingOf({ thread }: OpenThread) {
  const { isAwaitingAnswer, isArchived, isImportant, category, assignee, snooze, reminder } = thread;
  const standing = { isAwaitingAnswer, isArchived, isImportant, category, assignee, snooze, reminder, unreadCount: 0 };
  return isAwaitingAnswer ? standing : { ...standing, awaitingSince: null };
}
