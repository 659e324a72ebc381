import { useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action";
import { useErrorWords } from "./error-words";

/**
 * One press in a list of settings. What is refused is said, and so is a server that does not answer: nothing is read anew then,
 * since the router would leave for a page that cannot come.
 * @param onAnswered reads the list anew, whatever the answer
 */
export function useRowAction(onAnswered: () => void = () => undefined) {
  const words = useErrorWords();
  const [pending, start] = useTransition();
  const run = <Data>(act: () => Promise<ActionResult<Data>>, onDone?: (data: Data) => void | Promise<void>) =>
    start(async () => {
      const result = await act().catch(() => null);
      if (result) onAnswered();
      if (result?.ok) await onDone?.(result.data);
      else toast(words.ofError(result?.error ?? { code: "unavailable" }), { tone: "bad" });
    });
  return { pending, run };
}
