"use client";

import { useEffect, useState } from "react";
import { moveDraftCopy, readDraftCopy } from "./draft-copy";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import { ComposerBar } from "./composer-bar";
import { newDraftId } from "./draft-id";
import { moveKeeper, unsavedDraft } from "./kept-drafts";
import { OpenComposer, prefetchEditor } from "./open-composer";
import { openingContent, parentOf, type ReplyMode } from "./opening";
import { openedOf, restoredDraft, savedLater, type Opened, type SavedDraft, type Viewer } from "./saved-draft";
import { catchTyping } from "./type-ahead";
import { useAfterSending } from "./use-after-sending";
import { useHydrated } from "@/components/ui/use-hydrated";
import { whenIdle } from "@/components/ui/when-idle";
import { useReplyKeys } from "./use-reply-keys";

export type ComposerProps = {
  thread: ThreadView;
  draft: SavedDraft | null;
  viewer: Viewer;
  /** The number that was asked for: another one than the thread's after a merge. */
  askedId: number;
  /** A reply was taken: whoever shows the thread may go on to another. */
  onAfterSend?: (accepted: AcceptedReply) => void;
};

/**
 * The foot of a thread: a bar to reply with, or the composer over it. A draft of the viewer opens by itself, also one
 * that an undone or reopened reply has become.
 */
export function Composer(props: ComposerProps) {
  const isHydrated = useHydrated();
  if (!isHydrated) return <ComposerBar thread={props.thread} kept={props.draft?.content ?? null} onOpen={() => {}} />;
  return <Dock key={props.thread.id} {...props} />;
}

function Dock({ thread, draft, viewer, askedId, onAfterSend }: ComposerProps) {
  const dock = useDock({ thread, draft, viewer, askedId });
  const after = useAfterSending({ thread, viewer, onReopen: dock.show });
  useReplyKeys(dock.reply);
  // The editor is on its way before anybody presses Reply.
  useEffect(() => whenIdle(prefetchEditor), []);
  if (!dock.opened || dock.isCollapsed)
    return (
      <ComposerBar
        thread={thread}
        kept={dock.opened?.content ?? null}
        takesFocus={dock.wasOpen}
        onOpen={(mode) => dock.reply(mode)}
      />
    );
  return (
    <OpenComposer
      key={`${dock.opened.draftId} ${dock.turn}`}
      thread={thread}
      viewer={viewer}
      opened={dock.opened}
      asked={dock.asked}
      onCollapse={dock.collapse}
      onSent={(accepted) => {
        dock.close(accepted.replyId);
        after.sent(accepted);
        onAfterSend?.(accepted);
      }}
      onDiscard={(discarded) => {
        dock.close(discarded.draftId);
        after.discarded(discarded);
      }}
      onElsewhere={(why, other) => {
        const draftId = dock.opened?.draftId ?? null;
        dock.close(why === "already_sent" ? draftId : null);
        if (other && draftId) dock.show({ draftId, ...other, isRestored: false });
        after.elsewhere(why);
      }}
    />
  );
}

/** What was typed under the former number is found under the present one; done again it changes nothing. */
function followMerge(formerId: number, threadId: number, authorId: string): void {
  moveDraftCopy(formerId, threadId, authorId);
  moveKeeper(formerId, threadId, authorId);
}

/** Which draft is open: one begun or kept here goes before the server's, and one that has left does not come back by itself. */
function useDock({ thread, draft, viewer, askedId }: ComposerProps) {
  const [own, setOwn] = useState<Opened | null>(() => {
    if (askedId !== thread.id) followMerge(askedId, thread.id, viewer.id);
    return unsavedDraft(thread.id, viewer.id) ?? restoredDraft(draft, readDraftCopy(thread.id, viewer.id));
  });
  const [goneId, setGoneId] = useState<string | null>(null);
  const [isCollapsed, setCollapsed] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  // What was closed is not drawn again with other words: each opening is a composer of its own.
  const [turn, setTurn] = useState(0);
  const theirs = draft && draft.draftId !== goneId ? openedOf(draft) : null;
  const opened = isCollapsed ? savedLater(own, theirs) : (own ?? theirs);

  const show = (next: Opened) => {
    setOwn(next);
    setGoneId((gone) => (gone === next.draftId ? null : gone));
    setCollapsed(false);
    setAsked(asked + 1);
    catchTyping();
  };
  const reply = (mode: ReplyMode) => {
    if (opened) return show(unsavedDraft(thread.id, viewer.id) ?? opened);
    const parent = parentOf(thread);
    if (!parent) return;
    show({ draftId: newDraftId(), content: openingContent(thread, parent, mode), savedAt: null, isRestored: false });
  };
  return {
    opened,
    isCollapsed,
    /** The composer was open a moment ago: the focus that it held goes to the bar. */
    wasOpen,
    asked,
    turn,
    show,
    reply,
    collapse: (kept: Opened) => {
      setOwn(kept);
      setCollapsed(true);
      setWasOpen(true);
    },
    close: (gone: string | null) => {
      setTurn(turn + 1);
      setOwn(null);
      setGoneId(gone);
      setCollapsed(false);
      setWasOpen(true);
    },
  };
}
