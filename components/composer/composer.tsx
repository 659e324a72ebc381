"use client";

import { useEffect } from "react";
import { late } from "@/components/ui/late";
import type { ThreadView } from "@/lib/domain/thread-view";
import { ComposerBar } from "./composer-bar";
import type { Along } from "./along";
import { randomId } from "@/components/ui/random-id";
import { endUploads } from "./held-uploads";
import { draftPlace } from "./kept-drafts";
import { OpenComposer, prefetchEditor } from "./open-composer";
import { useDraftRequest, usePlanRequests, useReplyRequests, useWritingRequests } from "./reply-requests";
import { openedOf, type SavedDraft, type Viewer } from "./saved-draft";
import { useDraftNews } from "./draft-news";
import { useAfterSending } from "./use-after-sending";
import { useDock } from "./use-dock";
import { useHydrated } from "@/components/ui/use-hydrated";
import { whenIdle } from "@/components/ui/when-idle";
import { useReplyKeys } from "./use-reply-keys";

const ForwardForm = late(() => import("@/components/inbox/forward-form").then((file) => file.ForwardForm));

export type ComposerProps = {
  thread: ThreadView;
  draft: SavedDraft | null;
  viewer: Viewer;
  /** The number that was asked for: another one than the thread's after a merge. */
  askedId: number;
  /** A reply was taken: whoever shows the thread may go on to another. */
  onAfterSend?: (along: Along) => void;
};

/**
 * The foot of a thread: a bar to reply with, or the composer over it. A draft of the viewer opens by itself, also one
 * that an undone, cancelled or reopened reply has become.
 */
export function Composer(props: ComposerProps) {
  const isHydrated = useHydrated();
  const kept = props.draft?.content ?? null;
  if (!isHydrated) return <ComposerBar thread={props.thread} kept={kept} onOpen={() => {}} onGoOn={() => {}} />;
  return <Dock key={props.thread.id} {...props} />;
}

function Dock({ thread, draft, viewer, askedId, onAfterSend }: ComposerProps) {
  const dock = useDock({ thread, draft, viewer, askedId });
  const after = useAfterSending({ thread, viewer, onReopen: dock.show });
  useDraftNews(thread.id, viewer.id);
  useReplyKeys((mode, messageId) => void dock.reply(mode, messageId));
  useReplyRequests(thread.id, (mode, messageId) => void dock.reply(mode, messageId));
  usePlanRequests(thread.id, dock.plan);
  useWritingRequests(thread.id, dock.writeTo);
  useDraftRequest(thread.id, dock.goOn);
  // The editor is on its way before anybody presses Reply.
  useEffect(() => whenIdle(prefetchEditor), []);
  const forwarding = dock.forwarding ? (
    <ForwardForm threadIds={[thread.id]} messageId={dock.forwarding} onClose={dock.endForwarding} />
  ) : null;
  if (!dock.opened || dock.isCollapsed)
    return (
      <>
        {forwarding}
        <ComposerBar
          thread={thread}
          kept={dock.opened?.content ?? null}
          takesFocus={dock.wasOpen}
          onOpen={(mode) => void dock.reply(mode)}
          onGoOn={dock.goOn}
        />
      </>
    );
  return (
    <>
      {forwarding}
      <OpenComposer
        key={`${dock.opened.draftId} ${dock.turn}`}
        thread={thread}
        viewer={viewer}
        opened={dock.opened}
        saved={draft}
        asked={dock.asked}
        turn={dock.wanted}
        onCollapse={dock.collapse}
        onSent={(accepted, along) => {
          // A file that was dropped after the press belongs to no reply.
          endUploads(draftPlace(thread.id, viewer.id));
          dock.close(accepted.replyId);
          // What is held is to be read here.
          if (!accepted.isHeldBeside) onAfterSend?.(along);
          after.sent(accepted, along);
        }}
        onDiscard={(discarded) => {
          dock.close(discarded.draftId);
          after.discarded(discarded);
        }}
        onHanded={(name, draftId) => {
          dock.close(draftId);
          after.handed(name, draftId);
        }}
        onElsewhere={(why, other, left) => {
          const draftId = dock.opened?.draftId ?? null;
          dock.close(why === "already_sent" ? draftId : null);
          // Under its own id: this window may have begun another one.
          if (other) dock.show(openedOf(other));
          if (left) dock.show({ draftId: randomId(), content: left, savedAt: null, isRestored: true });
          after.elsewhere(left ? "left_here" : why);
        }}
      />
    </>
  );
}
