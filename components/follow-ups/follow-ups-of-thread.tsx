import { useQuery } from "@tanstack/react-query";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import type { ThreadView } from "@/lib/domain/thread-view";
import { followUpsQuery } from "@/lib/queries/follow-ups";
import { ChainLine } from "./chain-line";

/** What was planned in a thread in one go, as one line: as long as something is to leave, or has not left. */
export function FollowUpsOfThread({ thread }: { thread: ThreadView }) {
  const { data } = useQuery(followUpsQuery(thread.id));
  return data && isShown(data) ? <ChainLine key={data.id} chain={data} thread={thread} /> : null;
}

/** Of what has all left the messages tell; of what was stopped one sees why. */
const isShown = ({ endedAt, steps }: FollowUpsView): boolean =>
  endedAt === null || steps.some(({ status }) => status === "cancelled");
