import { queryOptions, skipToken } from "@tanstack/react-query";
import type { Preferences } from "@/lib/domain/preferences";

/** How the person who is signed in likes to work. Pages bring it along, and saving it puts the new one here: it is never asked for. */
export const preferencesQuery = () =>
  queryOptions<Preferences>({
    queryKey: ["preferences"],
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
