import { useMemo } from "react";
import type { ThreadView } from "@/lib/domain/thread-view";

/** What a message's card says of its thread. */
export type Surroundings = Pick<ThreadView, "lead" | "contact" | "mailbox" | "assignee" | "ownAddresses">;

/** The same object as long as nothing in it changes, so that a message that arrives redraws no other card. */
export function useSurroundings({ lead, contact, mailbox, assignee, ownAddresses }: ThreadView): Surroundings {
  return useMemo(
    () => ({ lead, contact, mailbox, assignee, ownAddresses }),
    [lead, contact, mailbox, assignee, ownAddresses],
  );
}
