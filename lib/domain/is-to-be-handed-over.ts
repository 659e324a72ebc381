type Times = { isThroughSmartlead: boolean; scheduledAt: Date | string | null; dueAt: Date | string };

/** Whether a reply that waits shall be given away before its time, for Smartlead to keep: it is due here sooner than it leaves there. */
export function isToBeHandedOver({ isThroughSmartlead, scheduledAt, dueAt }: Times, now: Date): boolean {
  if (!isThroughSmartlead || scheduledAt === null) return false;
  const leavesAt = new Date(scheduledAt);
  return leavesAt > now && leavesAt > new Date(dueAt);
}
