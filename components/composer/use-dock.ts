import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { randomId } from "@/components/ui/random-id";
import { toast } from "@/components/ui/toast";
import type { DraftAttachment, DraftContent } from "@/lib/domain/draft";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { ChosenTime } from "./composer-state";
import { moveDraftCopies, readDraftCopies } from "./draft-copy";
import { hasUploads } from "./held-uploads";
import { draftPlace, moveKeeper, unsavedDraft, withUnsaved } from "./kept-drafts";
import { messageFiles } from "./message-files";
import { forwardedOf, isAlready, openingContent, parentOf, type ReplyMode } from "./opening";
import { withAddressee } from "./recipient-chips";
import {
  isSameContent,
  openedOf,
  restoredDraft,
  savedLater,
  type Opened,
  type SavedDraft,
  type Viewer,
} from "./saved-draft";
import { catchTyping, stopTyping } from "./type-ahead";
import { useIsHere } from "./use-is-here";
import type { Turn } from "./use-turn";

type Around = {
  thread: ThreadView;
  draft: SavedDraft | null;
  viewer: Viewer;
  askedId: number;
};

/** Which draft is open: one begun or kept here goes before the server's, and one that has left does not come back by itself. */
export function useDock({ thread, draft, viewer, askedId }: Around) {
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
  const unsaved = () => unsavedDraft(thread.id, viewer.id);
  // What was sent or thrown away elsewhere stays for as long as words stand in it that only this window has.
  const opened = isCollapsed ? savedLater(own, theirs) : (own ?? theirs ?? unsaved());

  // What the open draft is to become; a fresh one is it already.
  const [wanted, setWanted] = useState<Turn | null>(null);
  const [forwarding, setForwarding] = useState<string | null>(null);
  const t = useTranslations("composer.forwarded");
  const newest = useRef(opened);
  useEffect(() => void (newest.current = opened));
  const present = () => unsaved() ?? newest.current;
  const isHere = useIsHere();
  // What was typed for a composer that did not come is nobody's; an open one has taken it by now.
  useEffect(() => stopTyping, []);

  const show = (asked: Opened, turnInto: Turn | null = null) => {
    const next = withUnsaved(thread.id, viewer.id, asked);
    if (next !== asked) setTurn((turns) => turns + 1);
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
    const answered = () => (messageId ? thread.messages.find(({ id }) => id === messageId) : parentOf(thread));
    const parent = mode === "forward" ? forwardedOf(thread, messageId) : answered();
    // Smartlead forwards its own messages itself.
    if (mode === "forward" && thread.smartlead && parent) return setForwarding(parent.id);
    if (former && (!parent || isAlready(former.content, mode, messageId, isCollapsed))) return show(former);
    if (!parent) return;
    const files = mode === "forward" ? await filesOfForward(parent) : [];
    if (!isHere.current) return;
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
    setTurn((turns) => turns + 1);
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
      const isSaved = kept.savedAt !== null || unsaved() !== null;
      const isKept = isSaved || hasUploads(draftPlace(thread.id, viewer.id));
      if (freshId === kept.draftId && !isKept && own && isSameContent(kept.content, own.content)) return close(null);
      setOwn(kept);
      setCollapsed(true);
      setWasOpen(true);
    },
    close,
  };
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
