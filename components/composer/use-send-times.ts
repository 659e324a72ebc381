import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { languageOf } from "@/lib/domain/locale";
import type { SendTimes } from "@/lib/domain/send-times";
import { sendTimesQuery } from "@/lib/queries/send-times";
import type { SchedulePickerProps } from "./schedule-picker-props";

type Known = { times: SendTimes | undefined; areOnTheirWay: boolean };

/** What binds the machine in the thread that a time is chosen for; nothing until it is known, and nothing where it concerns no thread. */
export function useSendTimes(about: SchedulePickerProps["about"]): Known {
  const query = sendTimesQuery(about?.threadId ?? 0, about?.mailboxId ?? null, languageOf(useLocale()));
  const { data: times, isLoading: areOnTheirWay } = useQuery(about ? query : { ...query, queryFn: skipToken });
  return { times, areOnTheirWay };
}

/** Begins to read the same, for whoever is about to choose a time. */
export function usePrefetchSendTimes(about: SchedulePickerProps["about"]): () => void {
  const queries = useQueryClient();
  const locale = languageOf(useLocale());
  return () => {
    if (about) void queries.prefetchQuery(sendTimesQuery(about.threadId, about.mailboxId, locale));
  };
}
