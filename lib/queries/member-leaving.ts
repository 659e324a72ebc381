import { queryOptions } from "@tanstack/react-query";
import type { MemberLeaving } from "@/lib/services/members/schemas";
import { memberLeavingPath } from "@/lib/url/paths";
import { fetchJson } from "./fetch-json";

/** What hangs on a member, read anew each time that somebody thinks of deactivating them. */
export const memberLeavingQuery = (memberId: string) =>
  queryOptions({
    queryKey: ["member-leaving", memberId],
    queryFn: ({ signal }) => fetchJson<MemberLeaving>(memberLeavingPath(memberId), signal),
    staleTime: 0,
    gcTime: 0,
  });
