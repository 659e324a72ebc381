import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action";
import type { SmartleadOfThread } from "@/lib/domain/smartlead";
import type { OpenThread } from "@/lib/domain/thread-view";
import { threadKeys } from "@/lib/queries/threads";

/** What can be done with one thread beside triage: whether Smartlead sends for it, and how an order to the server ends. */
export function useSmartleadThread(threadIds: number[]) {
  const t = useTranslations("inbox.smartlead");
  const queries = useQueryClient();
  const threadId = threadIds.length === 1 ? (threadIds[0] ?? null) : null;
  const open = threadId === null ? undefined : queries.getQueryData<OpenThread>(threadKeys.thread(threadId));
  const thread = open?.thread ?? null;
  const smartlead: SmartleadOfThread | null = thread?.smartlead ?? null;
  const order = async (
    act: () => Promise<ActionResult<unknown>>,
    done: "paused" | "resumed" | "task" | "reminder" | "unsubscribed" | "forwarded",
  ): Promise<boolean> => {
    const answer = await act().catch(() => null);
    if (!answer?.ok) {
      toast(t(REFUSALS[answer?.error.reason ?? ""] ?? "failed"), { tone: "bad" });
      return false;
    }
    toast(t(`done.${done}`), { tone: "good" });
    if (threadId !== null) await queries.invalidateQueries({ queryKey: threadKeys.thread(threadId) });
    return true;
  };
  return { threadId, thread, smartlead, order };
}

const REFUSALS: Record<string, "notThere" | "messageNotThere" | "recipientBlocked"> = {
  not_at_smartlead: "notThere",
  message_not_at_smartlead: "messageNotThere",
  blocked: "recipientBlocked",
};
