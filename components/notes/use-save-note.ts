import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/actions/action";
import { threadKeys } from "@/lib/queries/threads";

const REASONS = ["mention_out_of_sight", "upload", "note", "thread"] as const;

/** Saves a note and reads the thread's again. @returns whether it is saved; else `problem` says in words why not */
export function useSaveNote(threadId: number) {
  const t = useTranslations("notes.failed");
  const queries = useQueryClient();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (act: () => Promise<ActionResult<unknown>>): Promise<boolean> => {
    setPending(true);
    const answer = await act().catch(() => null);
    setPending(false);
    const reason = answer?.ok === false ? (answer.error.reason ?? answer.error.code) : "other";
    setProblem(answer?.ok ? null : t(REASONS.find((known) => known === reason) ?? "other"));
    if (!answer?.ok) return false;
    await queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) });
    return true;
  };
  return { isPending, problem, save };
}
