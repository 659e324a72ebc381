import { useMemo } from "react";
import type { ThreadView } from "@/lib/domain/thread-view";

/** What a message's card says of its thread. */
export type Surroundings = Pick<ThreadView, "lead" | "clock" | "contact" | "mailbox" | "assignee" | "ownAddresses"> & {
  isThroughSmartlead: boolean;
};

/** The same object as long as nothing in it changes, so that a message that arrives redraws no other card. */
export function useSurroundings(thread: ThreadView): Surroundings {
  const { lead, clock, contact, mailbox, assignee, ownAddresses } = thread;
  const isThroughSmartlead = thread.smartlead !== null;
  return useMemo(
    () => ({ lead, clock, contact, mailbox, assignee, ownAddresses, isThroughSmartlead }),
    [lead, clock, contact, mailbox, assignee, ownAddresses, isThroughSmartlead],
  );
}
