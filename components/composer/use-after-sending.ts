import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { isShown, shownThreadId, useOpenThread } from "@/components/inbox/use-open-thread";
import { afterPaint } from "@/components/ui/after-paint";
import { toast, type ToastAction } from "@/components/ui/toast";
import { offerUndo } from "@/components/ui/undo-offers";
import { discard, save, takeBack as takeBackDraft } from "@/lib/actions/drafts";
import { undo } from "@/lib/actions/replies";
import type { ThreadView } from "@/lib/domain/thread-view";
import { cacheDraft } from "@/lib/queries/cached-draft";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import { isInboxPath, threadPath } from "@/lib/url/paths";
import type { Along } from "./along";
import { bothClocks, clockWords } from "./clock-words";
import { keepCopyBeside } from "./draft-copy";
import { endUploads, moveUploads } from "./held-uploads";
import { randomId } from "@/components/ui/random-id";
import { requestDraft } from "./reply-requests";
import { openedOf, type DraftCopy, type Opened, type Viewer } from "./saved-draft";
import { useIsHere } from "./use-is-here";
import { useReplyAction } from "./use-reply-actions";
import { zonesOf } from "./zones-of";

const UNDONE_BY_THEN_MS = 60_000;

type Around = { thread: ThreadView; viewer: Viewer; onReopen: (opened: Opened) => void };

/** What is said, and can be undone, when a composer has closed: sent, scheduled, thrown away, or overtaken elsewhere. */
export function useAfterSending({ thread, viewer, onReopen }: Around) {
  const t = useTranslations("composer.toast");
  const locale = useLocale();
  const queries = useQueryClient();
  const { run } = useReplyAction();
  // Undo is pressed seconds later, perhaps over another thread.
  const isHere = useIsHere();
  const comeBack = useComeBack(thread.id);
  /** @param ledTo the thread that sending led on to, null for none; undefined where somebody has gone away by themselves */
  const reopen = (opened: Opened, ledTo?: number | null) => {
    if (isHere.current) return onReopen(opened);
    const action = { label: t("open"), onPress: comeBack, isUndo: false };
    const tell = () => void toast(t("draftAgain", { subject: thread.subject }), { action });
    if (!opened.isRestored) return ledTo !== undefined && isShown(ledTo) ? comeBack() : tell();
    const { draftId, content } = opened;
    // No composer keeps it here. What was begun since then is not replaced: both are shown when the thread is opened.
    run(
      () => save({ threadId: thread.id, draftId, content, basedOn: null }),
      tell,
      () => keepCopyBeside(thread.id, viewer.id, unkept(opened)),
    );
  };
  const takeBack = (replyId: string, ledTo?: number | null) =>
    run(
      () => undo({ replyId }),
      ({ draft }) => {
        if (!draft) return void toast(t("otherDraft"), { tone: "warn" });
        cacheDraft(queries, thread.id, draft);
        return reopen(openedOf(draft), ledTo);
      },
    );
  const whenWords = (time: string) => {
    const zones = zonesOf(thread, viewer);
    const { first, isTheirs } = bothClocks(new Date(time), zones, new Date(), locale);
    return isTheirs
      ? t("scheduledIn", { time: first.short, place: first.place })
      : t("scheduled", { time: first.short });
  };
  const remindWords = (time: string) => clockWords(new Date(time), viewer.timeZone, new Date(), locale).short;

  const ledNow = () => (isShown(thread.id) ? undefined : shownThreadId());
  /** What is said of an accepted reply, and for how long it can be undone; null when it cannot be. */
  const wordsOf = ({ status, scheduledTime }: AcceptedReply): { title: string; undoFor: number | undefined | null } => {
    if (status === "awaiting_approval") return { title: t("waits"), undoFor: undefined };
    if (scheduledTime) return { title: whenWords(scheduledTime), undoFor: undefined };
    const held = viewer.undoSeconds * 1000;
    return status === "scheduled" && held > 0
      ? // The server holds it a little longer than the toast is shown (its clock decides who came first).
        { title: t("held", { seconds: viewer.undoSeconds }), undoFor: held - 500 }
      : { title: t("sending"), undoFor: null };
  };

  return {
    sent: (accepted: AcceptedReply, { remindAt, archive }: Along = {}) => {
      const { replyId, isHeldBeside } = accepted;
      if (isHeldBeside) return void afterPaint(() => void toast(t("heldBeside"), { tone: "warn" }));
      const { title, undoFor } = wordsOf(accepted);
      const reminded = remindAt ? t("reminded", { time: remindWords(remindAt) }) : null;
      const description = [archive ? t("done") : null, reminded].filter(Boolean).join(" ");
      const say = (action?: ToastAction) =>
        toast(title, {
          tone: "accent",
          ...(description ? { description } : {}),
          ...(action ? { action } : {}),
          ...(undoFor ? { duration: undoFor } : {}),
        });
      if (undoFor === null) return void afterPaint(() => void say());
      // The key of undo means this reply from here on, not only once what is said of it has been painted.
      let isTaken = false;
      const takeEarly = () => {
        isTaken = true;
        takeBack(replyId, ledNow());
      };
      const withdraw = offerUndo({ of: replyId, undo: takeEarly });
      afterPaint(() => {
        const ledTo = ledNow();
        if (!isTaken) say({ label: t("undo"), onPress: () => takeBack(replyId, ledTo), of: replyId });
        withdraw();
      });
    },
    discarded: ({ draftId, content, savedAt }: Opened) => {
      cacheDraft(queries, thread.id, null);
      const again = { draftId: randomId(), content, savedAt: null, isRestored: true };
      run(
        () => discard({ draftId }),
        () => {
          moveUploads(draftId, again.draftId);
          // Long after Undo is gone; whoever took it took them along.
          setTimeout(() => endUploads(again.draftId), UNDONE_BY_THEN_MS);
          toast(t("discarded"), { action: { label: t("undo"), onPress: () => reopen(again) } });
        },
        () => {
          if (savedAt) cacheDraft(queries, thread.id, { draftId, content, savedAt });
          if (isHere.current) return onReopen({ draftId, content, savedAt, isRestored: true });
          endUploads(draftId);
          keepCopyBeside(thread.id, viewer.id, unkept({ draftId, content, savedAt }));
        },
      );
    },
    handed: (name: string, draftId: string) => {
      cacheDraft(queries, thread.id, null);
      const takeBackHanded = () =>
        run(
          () => takeBackDraft({ draftId }),
          ({ draft }) => draft && reopen(openedOf(draft)),
        );
      toast(t("handed", { name }), { tone: "good", action: { label: t("undo"), onPress: takeBackHanded } });
      void queries.invalidateQueries();
    },
    elsewhere: (why: "changed_elsewhere" | "already_sent" | "left_here") => {
      toast(t(why), { tone: "warn" });
      void queries.invalidateQueries();
    },
  };
}

/** Opens the thread again, with the caret in its draft. */
function useComeBack(threadId: number): () => void {
  const { open } = useOpenThread();
  const router = useRouter();
  return () => {
    requestDraft(threadId);
    if (isInboxPath(window.location.pathname)) open(threadId, { replace: true });
    else router.push(threadPath(threadId));
  };
}

/** What no composer keeps any more, for the browser to keep. */
const unkept = ({ draftId, content, savedAt }: Pick<Opened, "draftId" | "content" | "savedAt">): DraftCopy => ({
  draftId,
  content,
  keptAt: new Date().toISOString(),
  basedOn: savedAt,
  underway: [],
});
