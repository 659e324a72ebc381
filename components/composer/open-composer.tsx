"use client";

import { late } from "@/components/ui/late";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import { cn } from "@/components/ui/cn";
import { useAfterPaint } from "@/components/ui/use-after-paint";
import { useSeenPart } from "@/components/ui/use-seen-part";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import type { DraftContent } from "@/lib/domain/draft";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import { leavesAt, remindAfter, USUAL_DAYS, type Along } from "./along";
import { BesideLine } from "./beside-line";
import { ComposerFoot } from "./composer-foot";
import { ComposerRecipients } from "./composer-recipients";
import { loadEditor, Writing } from "./composer-writing";
import { draftOf } from "./composer-state";
import type { OtherVersion } from "./draft-keeper";
import { draftToHand } from "./draft-to-hand";
import { ConfirmDespite } from "./confirm-despite";
import { ConfirmWithoutFile } from "./confirm-without-file";
import { DraftConflict } from "./draft-conflict";
import { AskReview } from "./ask-review";
import { dropHandlers } from "./drop-handlers";
import { HandDialog } from "./hand-dialog";
import { HandedLine } from "./handed-line";
import { ReturnedLine } from "./returned-line";
import { SmartleadNote } from "./smartlead-note";
import { KeepingWords, SteadyKeepingWords } from "./keeping-words";
import { insideDomains, participantsOf } from "./opening";
import type { Opened, SavedDraft, Viewer } from "./saved-draft";
import { useComposer, type ComposerModel } from "./use-composer";
import { PhoneHead } from "./phone-head";
import { useComposerKeys } from "./use-composer-keys";
import { useFocusWhenAsked } from "./use-focus-when-asked";
import { useSentElsewhere } from "./use-sent-elsewhere";
import { useTurn, type Turn } from "./use-turn";
import { useWaysOut, type WaysOut } from "./use-ways-out";

const ReplyFollowUps = late(() =>
  import("@/components/follow-ups/reply-follow-ups").then((file) => file.ReplyFollowUps),
);

const TOOLS_PLACE = <span className="h-control-sm flex-1" />;

const ComposerTools = late(() => import("./composer-tools").then((file) => file.ComposerTools), TOOLS_PLACE);

/** Begins to load what an open composer needs besides the page. */
export function prefetchEditor(): void {
  loadEditor();
  ComposerTools.load();
}

export type OpenComposerProps = {
  thread: ThreadView;
  viewer: Viewer;
  opened: Opened;
  /** The draft as the server has it now, as far as this page knows. */
  saved: SavedDraft | null;
  /** How often somebody asked for it: each time the text takes the focus. 0 = it opened by itself. */
  asked: number;
  /** What the open draft is to become. */
  turn?: Turn | null;
  onCollapse: (kept: Opened) => void;
  onSent: (accepted: AcceptedReply, along: Along) => void;
  /** Nothing saves it any more. */
  onDiscard: (discarded: Opened) => void;
  /** It is a teammate's now. */
  onHanded: (name: string, draftId: string) => void;
  /** Another window's version of this draft was chosen, or it was sent there, without the words that are `left` here. */
  onElsewhere: (state: "changed_elsewhere" | "already_sent", other: OtherVersion, left: DraftContent | null) => void;
};

/** The composer with everything in it: docked in the thread, the whole screen on a phone. */
export function OpenComposer(props: OpenComposerProps) {
  const { thread, viewer, opened, saved, asked, onSent } = props;
  const t = useTranslations("composer");
  const model = useComposer({ thread, viewer, opened, saved, onSent });
  const { state, keeping } = model;
  const [isDragging, setDragging] = useState(false);
  const [isHanding, setHanding] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isFollowedUp, setFollowedUp] = useState(false);
  const ways = useWaysOut(props, model);
  const isForward = state.writing.kind === "forward";
  const root = useKeysAndTurns(props, model, ways);
  useFocusWhenAsked(model, asked, props.turn ?? null);
  useSeenPart(root);
  // The text first, since that is what somebody came for; its tools have their place already.
  const isPainted = useAfterPaint();
  return (
    <section
      ref={root}
      aria-label={t(isForward ? "labelForward" : "label")}
      data-composer
      data-foot
      data-pane="composer"
      {...dropHandlers(setDragging, (added) => void model.uploads.add(added, false))}
      className={cn(
        "m-3 mt-0 flex max-h-[max(50%,20rem)] min-h-0 flex-col overflow-hidden rounded-3 border border-line-2 bg-surface shadow-2",
        "max-md:fixed max-md:inset-x-0 max-md:top-[var(--seen-top,0px)] max-md:bottom-[var(--seen-bottom,0px)] max-md:z-dialog max-md:m-0 max-md:max-h-none max-md:rounded-none max-md:border-0",
        isDragging && "outline-2 outline-focus",
      )}
    >
      <PhoneHead isForward={isForward} onClose={ways.collapse}>
        <KeepingWords keeping={keeping} timeZone={viewer.timeZone} />
      </PhoneHead>
      <Conflict model={model} timeZone={viewer.timeZone} onLeave={ways.leave} />
      <HandedLine handed={opened.handed} />
      <ReturnedLine threadId={thread.id} editor={model.editor} />
      <ComposerRecipients
        model={model}
        threadId={thread.id}
        known={participantsOf(thread)}
        inside={insideDomains(thread)}
        mailbox={thread.mailbox}
      />
      <Writing model={model} thread={thread} signatureHtml={thread.mailbox.signatureHtml} />
      <div className="flex items-center gap-2 border-t border-line px-2 py-1">
        {isPainted ? <ComposerTools model={model} thread={thread} /> : TOOLS_PLACE}
        <span className="max-md:hidden">
          <SteadyKeepingWords keeping={keeping} timeZone={viewer.timeZone} />
        </span>
        <CommandIconButton
          id="reply.putAside"
          label={t("collapse")}
          onClick={ways.collapse}
          className="size-control-sm max-md:hidden"
        >
          <ChevronDown aria-hidden />
        </CommandIconButton>
      </div>
      <SmartleadNote
        smartlead={thread.smartlead}
        hasFiles={model.files.length > 0 || inlineUploadsOf(state.bodyHtml).length > 0}
        isScheduled={state.schedule !== null}
      />
      <BesideLine model={model} timeZone={viewer.timeZone} />
      {isPainted ? (
        <ComposerFoot
          model={model}
          onDiscard={() => void ways.discard()}
          onHand={() => setHanding(true)}
          onFollowUps={() => setFollowedUp(true)}
          onAskReview={() => setAsking(true)}
        />
      ) : (
        <div className="min-h-bar border-t border-line" />
      )}
      {isFollowedUp ? <ReplyFollowUps model={model} thread={thread} onClose={() => setFollowedUp(false)} /> : null}
      <AskReview open={isAsking} model={model} threadId={thread.id} onClose={() => setAsking(false)} />
      {isHanding ? <Handing model={model} ways={ways} onClose={() => setHanding(false)} /> : null}
      <Confirmations model={model} lead={thread.lead} timeZone={viewer.timeZone} />
    </section>
  );
}

/** @returns the ref of the element in which the keys are heard */
function useKeysAndTurns({ turn, viewer }: OpenComposerProps, model: ComposerModel, { collapse, leave }: WaysOut) {
  const { state, sending, keeping } = model;
  const root = useRef<HTMLElement>(null);
  useTurn(turn ?? null, model);
  useSentElsewhere(keeping.state === "already_sent", () => void leave("already_sent"));
  useComposerKeys(root, {
    onSend: sending.ask,
    onEscape: sending.isAsked ? sending.withdraw : collapse,
    onRemind: () => sending.ask({ remindAt: remindAfter(USUAL_DAYS, leavesAt(state), viewer.timeZone) }),
    mayRemind: state.writing.kind !== "forward",
  });
  return root;
}

type ConflictProps = { model: ComposerModel; timeZone: string; onLeave: WaysOut["leave"] };

function Conflict({ model, timeZone, onLeave }: ConflictProps) {
  const { state, keeper, keeping, editor } = model;
  if (keeping.state !== "changed_elsewhere") return null;
  return (
    <DraftConflict
      mine={draftOf(state)}
      other={keeping.other}
      isGone={keeping.isGone === true}
      timeZone={timeZone}
      onAgain={() => void keeper.flush()}
      onKeepThis={() => void keeper.overwrite()}
      onKeepOther={() => void onLeave("changed_elsewhere", keeping.other)}
      onKeepBoth={keeping.other && editor ? () => model.keepBoth(keeping.other) : null}
    />
  );
}

function Handing({ model, ways, onClose }: { model: ComposerModel; ways: WaysOut; onClose: () => void }) {
  const { keeper, state } = model;
  return (
    <HandDialog
      onPrepare={() => draftToHand(keeper, ways.now().content, state.files)}
      onKept={() => keeper.resume()}
      onHanded={(name) => void ways.hand(name)}
      onClose={onClose}
    />
  );
}

type ConfirmationsProps = { model: ComposerModel; lead: ThreadView["lead"]; timeZone: string };

/** What is asked before something leaves that was perhaps not meant so. */
function Confirmations({ model: { sending }, lead, timeZone }: ConfirmationsProps) {
  return (
    <>
      <ConfirmWithoutFile word={sending.promisedWord} onSend={sending.sendSure} onBack={sending.withdraw} />
      <ConfirmDespite
        despite={sending.confirming}
        lead={lead}
        timeZone={timeZone}
        isPending={sending.isPending}
        onConfirm={sending.confirm}
        onCancel={sending.withdraw}
      />
    </>
  );
}
