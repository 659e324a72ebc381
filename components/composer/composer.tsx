"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { moveDraftCopies, readDraftCopies } from "./draft-copy";
import { afterPaint } from "@/components/ui/after-paint";
import { late } from "@/components/ui/late";
import { toast } from "@/components/ui/toast";
import type { DraftAttachment, DraftContent } from "@/lib/domain/draft";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { ComposerBar } from "./composer-bar";
import type { Along } from "./along";
import type { ChosenTime } from "./composer-state";
import { randomId } from "@/components/ui/random-id";
import { endUploads, hasUploads } from "./held-uploads";
import { draftPlace, moveKeeper, unsavedDraft } from "./kept-drafts";
import { messageFiles } from "./message-files";
import { withAddressee } from "./recipient-chips";
import { OpenComposer, prefetchEditor } from "./open-composer";
import { isAlready, openingContent, parentOf, type ReplyMode } from "./opening";
import { usePlanRequests, useReplyRequests, useWritingRequests } from "./reply-requests";
import {
  isSameContent,
  openedOf,
  restoredDraft,
  savedLater,
  type Opened,
  type SavedDraft,
  type Viewer,
} from "./saved-draft";
import { catchTyping } from "./type-ahead";
import { useDraftNews } from "./draft-news";
import { useAfterSending } from "./use-after-sending";
import { useHydrated } from "@/components/ui/use-hydrated";
import { whenIdle } from "@/components/ui/when-idle";
import { useReplyKeys } from "./use-reply-keys";
import type { Turn } from "./use-turn";

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
 * that an undone or reopened reply has become.
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
  useReplyKeys((mode) => void dock.reply(mode));
  useReplyRequests(thread.id, (mode, messageId) => void dock.reply(mode, messageId));
  usePlanRequests(thread.id, dock.plan);
  useWritingRequests(thread.id, dock.writeTo);
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
          afterPaint(() => after.sent(accepted, along));
          // What is held is to be read here.
          if (!accepted.isHeldBeside) onAfterSend?.(along);
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
          if (other && draftId) dock.show({ draftId, ...other, isRestored: false });
          if (left) dock.show({ draftId: randomId(), content: left, savedAt: null, isRestored: true });
          after.elsewhere(left ? "left_here" : why);
        }}
      />
    </>
  );
}

/**
 * All files that hang below the original go along unless somebody unticks them; pictures in its text go with the text.
 * @returns null when they could not be taken along
 */
function filesOfForward({ id, attachments }: MessageView): Promise<DraftAttachment[] | null> {
  catchTyping();
  const hanging = attachments.filter(({ isInline }) => !isInline);
  return messageFiles(
    id,
    hanging.map((file) => file.id),
  );
}

/** What was typed under the former number is found under the present one; done again it changes nothing. */
function followMerge(formerId: number, threadId: number, authorId: string): void {
  moveDraftCopies(formerId, threadId, authorId);
  moveKeeper(formerId, threadId, authorId);
}

/** Which draft is open: one begun or kept here goes before the server's, and one that has left does not come back by itself. */
function useDock({ thread, draft, viewer, askedId }: ComposerProps) {
  const [own, setOwn] = useState<Opened | null>(() => {
    if (askedId !== thread.id) followMerge(askedId, thread.id, viewer.id);
    return unsavedDraft(thread.id, viewer.id) ?? restoredDraft(draft, readDraftCopies(thread.id, viewer.id));
  });
  const [goneId, setGoneId] = useState<string | null>(null);
  const [isCollapsed, setCollapsed] = useState(false);
  // The draft that was begun by a press and holds nothing else yet.
  const [freshId, setFreshId] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  // What was closed is not drawn again with other words: each opening is a composer of its own.
  const [turn, setTurn] = useState(0);
  const theirs = draft && draft.draftId !== goneId ? openedOf(draft) : null;
  const opened = isCollapsed ? savedLater(own, theirs) : (own ?? theirs);

  // What the open draft is to become; a fresh one is it already.
  const [wanted, setWanted] = useState<Turn | null>(null);
  const [forwarding, setForwarding] = useState<string | null>(null);
  const t = useTranslations("composer.forwarded");
  const newest = useRef(opened);
  useEffect(() => void (newest.current = opened));
  const present = () => newest.current && (unsavedDraft(thread.id, viewer.id) ?? newest.current);

  const show = (next: Opened, turnInto: Turn | null = null) => {
    setOwn(next);
    setFreshId((fresh) => (fresh === next.draftId ? fresh : null));
    setWanted(turnInto);
    setGoneId((gone) => (gone === next.draftId ? null : gone));
    setCollapsed(false);
    setAsked((times) => times + 1);
    catchTyping();
  };
  const reply = async (mode: ReplyMode, messageId: string | null = null) => {
    const former = present();
    const parent = messageId ? thread.messages.find(({ id }) => id === messageId) : parentOf(thread);
    // Smartlead forwards its own messages itself.
    if (mode === "forward" && thread.smartlead && parent) return setForwarding(parent.id);
    if (former && (!parent || isAlready(former.content, mode, messageId, isCollapsed))) return show(former);
    if (!parent) return;
    const files = mode === "forward" ? await filesOfForward(parent) : [];
    if (!files) toast(t("failed"), { tone: "bad" });
    const opening = openingContent(thread, parent, mode, files ?? []);
    // Something may have been begun or written on while the files were on their way.
    const now = present();
    if (now) return show(now, { opening });
    const draftId = randomId();
    show({ draftId, content: opening, savedAt: null, isRestored: false });
    setFreshId(draftId);
  };
  /** What is begun already becomes what is asked for, else a reply begins with it. */
  const goOnWith = (turnInto: Turn, begun: (opening: DraftContent) => Partial<DraftContent>) => {
    const former = present();
    if (former) return show(former, turnInto);
    const parent = parentOf(thread);
    if (!parent) return undefined;
    const opening = openingContent(thread, parent, "reply");
    const content = { ...opening, ...begun(opening) };
    return show({ draftId: randomId(), content, savedAt: null, isRestored: false });
  };
  const close = (gone: string | null) => {
    setTurn(turn + 1);
    setOwn(null);
    setWanted(null);
    setGoneId(gone);
    setCollapsed(false);
    setWasOpen(true);
  };
  return {
    opened,
    isCollapsed,
    plan: (planned: NonNullable<ChosenTime>) =>
      goOnWith({ planned }, () => ({ scheduledTime: planned.time, scheduledZone: planned.zone })),
    writeTo: (added: string) => goOnWith({ added }, (opening) => ({ to: withAddressee(opening, added) })),
    /** The composer was open a moment ago: the focus that it held goes to the bar. */
    wasOpen,
    asked,
    turn,
    wanted,
    forwarding,
    endForwarding: () => setForwarding(null),
    show,
    reply,
    goOn: () => {
      const kept = present();
      if (kept) show(kept);
    },
    collapse: (kept: Opened) => {
      // Nothing was written: a press that was not meant leaves nothing behind.
      const isSaved = kept.savedAt !== null || unsavedDraft(thread.id, viewer.id) !== null;
      const isKept = isSaved || hasUploads(draftPlace(thread.id, viewer.id));
      if (freshId === kept.draftId && !isKept && own && isSameContent(kept.content, own.content)) return close(null);
      setOwn(kept);
      setCollapsed(true);
      setWasOpen(true);
    },
    close,
  };
}
