import { queryOptions } from "@tanstack/react-query";
import type { Locale } from "@/lib/domain/locale";
import type { SendTimes } from "@/lib/domain/send-times";
import { fetchJson } from "./fetch-json";

/** What binds the machine when it writes to a thread's lead, from its mailbox or another; asked for when a picker opens. */
export const sendTimesQuery = (threadId: number, mailboxId: string | null, locale: Locale) =>
  queryOptions({
    queryKey: ["threads", "send-times", threadId, mailboxId, locale] as const,
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ locale, ...(mailboxId ? { mailboxId } : {}) });
      return fetchJson<SendTimes>(`/api/threads/${threadId}/send-times?${asked}`, signal);
    },
    staleTime: 60_000,
  });
