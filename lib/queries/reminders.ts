import { queryOptions } from "@tanstack/react-query";
import type { DueReminder } from "@/lib/domain/reminder";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** What the viewer wanted to be reminded of and that has come up. It is read again at every change of threads. */
export const remindersQuery = () =>
  queryOptions({
    queryKey: threadKeys.reminders,
    queryFn: ({ signal }) => fetchJson<DueReminder[]>("/api/reminders", signal),
  });
