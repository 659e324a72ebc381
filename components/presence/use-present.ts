import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { roleMay } from "@/lib/domain/permissions";
import type { PresentMember } from "@/lib/domain/presence";
import { presenceQuery } from "@/lib/queries/presence";

/** Who else has threads open, by the thread's number. */
export function usePresent(): ReadonlyMap<number, PresentMember[]> {
  const { role } = useViewer().viewer;
  const { data } = useQuery({ ...presenceQuery(), enabled: roleMay(role, "presence.share") });
  return useMemo(() => new Map(data?.map(({ threadId, members }) => [threadId, members])), [data]);
}
