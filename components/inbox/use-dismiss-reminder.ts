import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { dismiss } from "@/lib/actions/reminders";
import type { DueReminder } from "@/lib/domain/reminder";
import { remindersQuery } from "@/lib/queries/reminders";

/** Puts a reminder away at once; it comes back when the server did not hear of it. */
export function useDismissReminder(): (reminderId: string) => void {
  const t = useTranslations("inbox.reminders");
  const queries = useQueryClient();
  const { queryKey } = remindersQuery();
  const put = async (reminderId: string) => {
    queries.setQueryData<DueReminder[]>(queryKey, (all) => all?.filter(({ id }) => id !== reminderId));
    const answer = await dismiss({ reminderId }).catch(() => null);
    if (!answer?.ok) toast(t("failed"), { tone: "bad" });
    await queries.invalidateQueries({ queryKey });
  };
  return (reminderId) => void put(reminderId);
}
