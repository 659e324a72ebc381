import type { ReplyStatus } from "@/lib/domain/reply-state";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { CountedFrom } from "./chain-times";

type Thread = Pick<ThreadView, "replies" | "clock" | "mailbox">;

/**
 * From when the first step is counted, and on whose clocks, as the server does it: from now, or from the last reply to the lead that
 * is still to leave; on the lead's clock however sure it is, else the mailbox's.
 */
export function countedFrom({ replies, clock, mailbox }: Thread, leaves: Date): CountedFrom {
  const ahead = replies
    .filter(({ chain, status }) => !chain && AHEAD.has(status))
    .map(({ scheduledAt, dueAt }) => Date.parse(scheduledAt ?? dueAt));
  return { from: new Date(Math.max(leaves.getTime(), ...ahead)), zone: clock?.zone ?? mailbox.timeZone };
}

const AHEAD = new Set<ReplyStatus>(["awaiting_approval", "scheduled", "queued", "sending", "handed_over"]);
