import { useTranslations } from "next-intl";
import { spread } from "@/lib/actions/schedule";
import { useMoves } from "./use-moves";

/** Gives what a mailbox cannot send on a day the next days that have room, with Undo. */
export function useSpread(): (mailboxId: string, date: string) => Promise<void> {
  const t = useTranslations("schedule");
  const { change } = useMoves();
  return (mailboxId, date) => change(new Map(), () => spread({ mailboxId, date }), t("spreadDone"));
}
