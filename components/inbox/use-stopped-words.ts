import { useTranslations } from "next-intl";
import type { StoppedMailbox } from "@/lib/domain/mailbox-health";
import { failingWord } from "@/lib/domain/mailbox-state-word";
import { useViewer } from "./viewer";

/** "Password refused since 10:42". */
export function useStoppedWords(): (mailbox: StoppedMailbox) => string {
  const t = useTranslations("health.stopped.why");
  const { words } = useViewer();
  return ({ state, signIn, reason, since }) =>
    t(state === "disabled" ? state : failingWord(signIn, reason), { since: words.precise(since) });
}
