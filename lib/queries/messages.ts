import { queryOptions } from "@tanstack/react-query";
import { sourcePath } from "@/lib/url/mail-paths";
import { QueryFailure } from "./fetch-json";

/** A message as it travelled (RFC 5322), as text. It never changes. */
export const sourceQuery = (messageId: string) =>
  queryOptions({
    queryKey: ["messages", "source", messageId] as const,
    queryFn: async ({ signal }) => {
      const response = await fetch(sourcePath(messageId), { signal });
      if (!response.ok) throw new QueryFailure("unavailable");
      return response.text();
    },
    staleTime: Infinity,
  });
