import { useQuery } from "@tanstack/react-query";
import type { Zones } from "@/components/composer/schedule-picker-props";
import { zonesOf } from "@/components/composer/zones-of";
import { threadQuery } from "@/lib/queries/threads";
import { useViewer } from "./viewer";

/** The clocks by which threads are to come back: the viewer's, and the lead's too where it is one thread's. */
export function useWantedZones(threadIds: number[]): Zones {
  const { viewer } = useViewer();
  const [first = 0, ...others] = threadIds;
  const isOne = others.length === 0;
  const { data, isLoading } = useQuery({ ...threadQuery(first), enabled: isOne });
  const ours = { theirs: null, ours: viewer.timeZone, isOurs: true } as const;
  if (!isOne) return { ...ours, without: "several" };
  if (data) return { ...ours, theirs: zonesOf(data.thread, viewer).theirs };
  return isLoading ? { ...ours, without: "asked" } : ours;
}
