import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action";

/** Runs one action of a reply: what the server refuses is said with what has become of the reply, and screens are read anew. */
export function useReplyAction(): {
  isPending: boolean;
  run: <Data>(act: () => Promise<ActionResult<Data>>, onDone?: (data: Data) => void, onFailed?: () => void) => void;
} {
  const t = useTranslations("composer.refused");
  const queries = useQueryClient();
  const [isPending, startTransition] = useTransition();
  const say = (reason: string) => {
    const key = reason as Parameters<typeof t.has>[0];
    toast(t(t.has(key) ? key : "unavailable"), { tone: "bad" });
  };
  return {
    isPending,
    run: (act, onDone, onFailed) =>
      startTransition(async () => {
        const answer = await act().catch(() => null);
        if (answer?.ok) onDone?.(answer.data);
        else {
          say(answer ? (answer.error.reason ?? answer.error.code) : "unreachable");
          onFailed?.();
        }
        await queries.invalidateQueries();
      }),
  };
}
