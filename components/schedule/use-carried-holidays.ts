import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import type { Holiday } from "@/lib/domain/schedule-item";
import { languageOf } from "@/lib/domain/locale";
import { sendTimesQuery } from "@/lib/queries/send-times";
import { type Carried, useCarry } from "./carry-store";

const threadOf = ({ item, thread }: Carried): number => (item ?? thread).threadId;

/**
 * The public holidays where the lead of what is carried is, read as soon as it is picked up, for the whole year that it may be carried
 * over.
 */
export function useCarriedHolidays(): { known: Holiday[]; read: (carried: Carried) => Promise<Holiday[]> } {
  const queries = useQueryClient();
  const locale = languageOf(useLocale());
  const threadId = useCarry((carry) => carry && threadOf(carry));
  const query = sendTimesQuery(threadId ?? 0, null, locale);
  const { data } = useQuery(threadId === null ? { ...query, queryFn: skipToken } : query);
  return {
    known: data?.holidays ?? [],
    read: async (carried) => {
      // Offline nothing is moved either, and a query would wait for the line.
      if (!navigator.onLine) return [];
      return (await queries.ensureQueryData(sendTimesQuery(threadOf(carried), null, locale))).holidays;
    },
  };
}
