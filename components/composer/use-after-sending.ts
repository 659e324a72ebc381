import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { isShown, shownThreadId, useOpenThread } from "@/components/inbox/use-open-thread";
import { afterPaint } from "@/components/ui/after-paint";
import { toast } from "@/components/ui/toast";
import { offerAhead } from "@/components/ui/undo-offers";
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
  const takeBack = (replyId: string, ledTo?: number | null, onFailed?: () => void) =>
    run(
      () => undo({ replyId }),
      ({ draft }) => {
        if (!draft) return void toast(t("otherDraft"), { tone: "warn" });
        cacheDraft(queries, thread.id, draft);
        return reopen(openedOf(draft), ledTo);
      },
      onFailed,
    );
  const whenWords = (time: string) => {
    const zones = zonesOf(thread, viewer);
    const { first, isTheirs } = bothClocks(new Date(time), zones, new Date(), locale);
    return isTheirs
      ? t("scheduledIn", { time: first.short, place: first.place })
      : t("scheduled", { time: first.short });
  };
  const remindWords = (time: string) => clockWords(new Date(time), viewer.timeZone, new Date(), locale).short;

  const titleOf = (fate: Fate, { scheduledTime }: AcceptedReply) => {
    if (fate === "waits") return t("waits");
    if (fate === "held") return t("held", { seconds: viewer.undoSeconds });
    return scheduledTime ? whenWords(scheduledTime) : t("sending");
  };

  return {
    /** Called when it is clear what is shown next, and says it once that is on the screen. */
    sent: (accepted: AcceptedReply, { remindAt, archive }: Along = {}) => {
      if (accepted.isHeldBeside) return void afterPaint(() => void toast(t("heldBeside"), { tone: "warn" }));
      const ledTo = isShown(thread.id) ? undefined : shownThreadId();
      const fate = fateOf(accepted, viewer.undoSeconds);
      const reminded = remindAt ? t("reminded", { time: remindWords(remindAt) }) : null;
      const description = [archive ? t("done") : null, reminded].filter(Boolean).join(" ");
      const { replyId } = accepted;
      const undoable = { label: t("undo"), onPress: () => takeBack(replyId, ledTo), of: replyId };
      const say = () =>
        void toast(titleOf(fate, accepted), {
          tone: "accent",
          ...(description ? { description } : {}),
          ...(fate === "leaves" ? {} : { action: undoable }),
          // The server holds it a little longer than that (its clock decides who came first).
          ...(fate === "held" ? { duration: viewer.undoSeconds * 1000 - 500 } : {}),
        });
      if (fate === "leaves") return void afterPaint(say);
      const end = offerAhead(replyId);
      afterPaint(() => end(() => takeBack(replyId, ledTo, say), say));
    },
    discarded: ({ draftId, content, savedAt }: Opened) => {
      cacheDraft(queries, thread.id, null);
      const again = { draftId: randomId(), content, savedAt: null, isRestored: true };
      const end = offerAhead();
      run(
        () => discard({ draftId }),
        () => {
          moveUploads(draftId, again.draftId);
          // Long after Undo is gone; whoever took it took them along.
          setTimeout(() => endUploads(again.draftId), UNDONE_BY_THEN_MS);
          const giveBack = () => reopen(again);
          end(giveBack, (of) => {
            toast(t("discarded"), { action: { label: t("undo"), onPress: giveBack, of } });
          });
        },
        () => {
          end(null);
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

type Fate = "waits" | "scheduled" | "held" | "leaves";

/** What becomes of an accepted reply; only one that leaves at once cannot be undone. */
const fateOf = ({ status, scheduledTime }: AcceptedReply, undoSeconds: number): Fate => {
  if (status === "awaiting_approval") return "waits";
  if (scheduledTime) return "scheduled";
  return status === "scheduled" && undoSeconds > 0 ? "held" : "leaves";
};

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
