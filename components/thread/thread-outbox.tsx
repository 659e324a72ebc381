import { FollowUpsOfThread } from "@/components/follow-ups/follow-ups-of-thread";
import { useViewer } from "@/components/inbox/viewer";
import type { ReplyView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { ReplyState } from "./reply-state";
import { replyStateKind, type ReplyStateKind } from "./reply-state-kind";

/** What is on its way in a thread, or did not leave: each reply as a card, and follow-ups as one line with their steps in it. */
export function ThreadOutbox({ thread }: { thread: ThreadView }) {
  const { viewer, now } = useViewer();
  return (
    <>
      {thread.replies
        .filter((reply) => !standsInLine(reply, now))
        .map((reply) => (
          <ReplyState key={reply.id} reply={reply} thread={thread} viewer={viewer} />
        ))}
      {thread.replies.some(({ chain }) => chain) ? <FollowUpsOfThread thread={thread} /> : null}
    </>
  );
}

/** A step of follow-ups stands in their line as long as nothing is to be done about it. */
function standsInLine(reply: ReplyView, now: Date): boolean {
  const kind = reply.chain && replyStateKind(reply, now);
  return kind !== null && IN_LINE.has(kind);
}

const IN_LINE = new Set<ReplyStateKind>(["scheduled", "handed_over", "dropped", "stopped", "cancelled"]);
