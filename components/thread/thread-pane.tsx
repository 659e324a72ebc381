"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Along } from "@/components/composer/along";
import { Composer } from "@/components/composer/composer";
import { GivenNote } from "@/components/composer/given-note";
import { MailboxNote } from "@/components/composer/mailbox-note";
import { useMay } from "@/components/inbox/use-may";
import { useOpenThread } from "@/components/inbox/use-open-thread";
import { useViewer } from "@/components/inbox/viewer";
import type { OpenThread, ThreadView } from "@/lib/domain/thread-view";
import { useTellPresence } from "@/components/presence/use-tell-presence";
import { useAfterPaint } from "@/components/ui/use-after-paint";
import { QueryFailure } from "@/lib/queries/fetch-json";
import { threadQuery } from "@/lib/queries/threads";
import { AttachOffer } from "./attach-offer";
import { LeadAside } from "./lead/lead-aside";
import { LeadPanel } from "./lead/lead-panel";
import { ReminderBanner } from "./reminder-banner";
import { replyStateKind } from "./reply-state-kind";
import { RemovedMailboxNote } from "./removed-mailbox-note";
import { ThreadHeader } from "./thread-header";
import { ThreadMessages } from "./thread-messages";
import { ThreadSkeleton } from "./thread-skeleton";
import { FailedThread } from "./thread-states";
import { useLeadShown } from "./use-lead-shown";
import { useTeamKeys } from "./use-team-keys";
import { useThreadKeys } from "./use-thread-keys";

export type ThreadPaneProps = {
  threadId: number;
  onBack: () => void;
  /** A reply of it was sent or scheduled. */
  onAfterSend: (along: Along) => void;
};

/** One thread: its exchange, the composer, and beside it the lead. */
export function ThreadPane({ threadId, onBack, onAfterSend }: ThreadPaneProps) {
  const { data, error, refetch } = useQuery(threadQuery(threadId));
  const { open } = useOpenThread();
  // It was merged into an older one when its late parent came: the address follows.
  const movedTo = data && data.thread.id !== threadId ? data.thread.id : null;
  useEffect(() => {
    if (movedTo !== null) open(movedTo, { replace: true });
  }, [movedTo, open]);
  if (data) return <Thread askedId={threadId} open={data} onBack={onBack} onAfterSend={onAfterSend} />;
  if (!error) return <ThreadSkeleton />;
  const code = error instanceof QueryFailure ? error.code : "unavailable";
  return <FailedThread code={code} onAgain={() => void refetch()} onBack={onBack} />;
}

/** A reply that waits for its mailbox says so in its own place, with the way out. */
const saysItself = ({ mailbox, replies }: ThreadView, now: Date): boolean =>
  replies.some(
    (reply) =>
      reply.mailbox.id === mailbox.id &&
      (reply.heldReason === "auth" || reply.heldReason === "mailbox_disconnected") &&
      replyStateKind(reply, now) === "held",
  );

type ThreadProps = { askedId: number; open: OpenThread } & Omit<ThreadPaneProps, "threadId">;

function Thread({ askedId, open: { thread, draft, givenTo }, onBack, onAfterSend }: ThreadProps) {
  const { viewer, now } = useViewer();
  const mayWrite = useMay("reply.send");
  const lead = useLeadShown();
  useThreadKeys(lead);
  useTellPresence(thread.id);
  useTeamKeys(thread.id, lead);
  // The conversation first; what stands beside it has its place already.
  const isPainted = useAfterPaint();
  return (
    <div className="relative flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <ThreadHeader thread={thread} isLeadShown={lead.isShown} onBack={onBack} onLead={lead.toggle} />
        {mayWrite ? <ReminderBanner thread={thread} /> : null}
        {mayWrite && thread.kind === "untracked" ? <AttachOffer thread={thread} /> : null}
        <ThreadMessages thread={thread} />
        {mayWrite ? (
          <>
            {thread.smartlead || saysItself(thread, now) ? null : <MailboxNote mailboxId={thread.mailbox.id} />}
            <RemovedMailboxNote mailbox={thread.mailbox} />
            <GivenNote to={givenTo} />
            <Composer thread={thread} draft={draft} viewer={viewer} askedId={askedId} onAfterSend={onAfterSend} />
          </>
        ) : null}
      </div>
      <LeadAside lead={lead}>
        {lead.isShown && isPainted ? <LeadPanel thread={thread} draft={draft} /> : null}
      </LeadAside>
    </div>
  );
}
