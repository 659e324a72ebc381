"use client";

import { late } from "@/components/ui/late";
import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useRef, useState, type DragEvent } from "react";
import { CommandIconButton } from "@/components/commands/command-icon-button";
import { cn } from "@/components/ui/cn";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import { ComposerFoot } from "./composer-foot";
import { ComposerRecipients } from "./composer-recipients";
import { draftOf } from "./composer-state";
import type { OtherVersion } from "./draft-keeper";
import { ConfirmDespite } from "./confirm-despite";
import { DraftConflict } from "./draft-conflict";
import { FileList } from "./file-list";
import { SmartleadNote } from "./smartlead-note";
import { KeepingWords } from "./keeping-words";
import { participantsOf } from "./opening";
import { useProblemWords } from "./problem-words";
import type { Opened, Viewer } from "./saved-draft";
import { SignatureLine } from "./signature-line";
import { stopTyping, takeTyped } from "./type-ahead";
import { putTyped, withTyped } from "./typed-words";
import { useComposer, type ComposerModel } from "./use-composer";
import { useComposerKeys } from "./use-composer-keys";

const ReplyEditor = late(
  () => import("@/components/editor/reply-editor").then((file) => file.ReplyEditor),
  <Skeleton className="mt-1.5 h-3 w-48" />,
);
const ComposerTools = late(
  () => import("./composer-tools").then((file) => file.ComposerTools),
  <span className="h-control-sm" />,
);

/** Begins to load what an open composer needs besides the page. */
export function prefetchEditor(): void {
  ReplyEditor.load();
  ComposerTools.load();
}

export type OpenComposerProps = {
  thread: ThreadView;
  viewer: Viewer;
  opened: Opened;
  /** How often somebody asked for it: each time the text takes the focus. 0 = it opened by itself. */
  asked: number;
  onCollapse: (kept: Opened) => void;
  onSent: (accepted: AcceptedReply) => void;
  /** Nothing saves it any more. */
  onDiscard: (discarded: Opened) => void;
  /** Another window's version of this draft was chosen, or it was sent there. */
  onElsewhere: (state: "changed_elsewhere" | "already_sent", other: OtherVersion) => void;
};

/** The composer with everything in it: docked in the thread, the whole screen on a phone. */
export function OpenComposer(props: OpenComposerProps) {
  const { thread, viewer, opened, asked, onSent } = props;
  const t = useTranslations("composer");
  const model = useComposer({ thread, viewer, opened, onSent });
  const { state, keeper, keeping, sending, editor } = model;
  const [isDragging, setDragging] = useState(false);
  const leave = async (why: "changed_elsewhere" | "already_sent", other: OtherVersion = null) => {
    await keeper.stop();
    props.onElsewhere(why, other);
  };
  const now = (): Opened => {
    const typed = takeTyped();
    const content = withTyped(draftOf(state), typed);
    if (typed) keeper.change(content);
    return { draftId: keeper.draftId, content, savedAt: keeper.savedAt, isRestored: false };
  };
  const collapse = () => props.onCollapse(now());
  const discard = async () => {
    await keeper.stop();
    props.onDiscard(now());
  };
  const root = useRef<HTMLElement>(null);
  useFocusWhenAsked(editor, asked);
  useSentElsewhere(keeping.state === "already_sent", () => void leave("already_sent"));
  useComposerKeys(root, { onSend: sending.ask, onEscape: sending.isAsked ? sending.withdraw : collapse });
  return (
    <section
      ref={root}
      aria-label={t("label")}
      data-composer
      data-pane="composer"
      {...dropHandlers(setDragging, model.uploads.add)}
      className={cn(
        "m-3 mt-0 flex max-h-[max(50%,20rem)] min-h-0 flex-col overflow-hidden rounded-3 border border-line-2 bg-surface shadow-2",
        "max-md:fixed max-md:inset-0 max-md:z-dialog max-md:m-0 max-md:max-h-none max-md:rounded-none max-md:border-0",
        isDragging && "outline-2 outline-focus",
      )}
    >
      <PhoneHead onClose={collapse}>
        <KeepingWords keeping={keeping} timeZone={viewer.timeZone} />
      </PhoneHead>
      {keeping.state === "changed_elsewhere" ? (
        <DraftConflict
          other={keeping.other}
          timeZone={viewer.timeZone}
          onKeepThis={() => void keeper.overwrite()}
          onKeepOther={() => void leave("changed_elsewhere", keeping.other)}
          onKeepBoth={keeping.other && editor ? () => model.keepBoth(keeping.other) : null}
        />
      ) : null}
      <ComposerRecipients model={model} threadId={thread.id} known={participantsOf(thread)} mailbox={thread.mailbox} />
      <Writing model={model} signatureHtml={thread.mailbox.signatureHtml} initialHtml={state.bodyHtml} />
      <div className="flex items-center gap-2 border-t border-line px-2 py-1">
        <ComposerTools model={model} />
        <span className="flex-1" />
        <span className="max-md:hidden">
          <KeepingWords keeping={keeping} timeZone={viewer.timeZone} />
        </span>
        <CommandIconButton
          id="reply.putAside"
          label={t("collapse")}
          onClick={collapse}
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
      <ComposerFoot model={model} onDiscard={() => void discard()} />
      <ConfirmDespite
        despite={sending.confirming}
        lead={thread.lead}
        timeZone={viewer.timeZone}
        isPending={sending.isPending}
        onConfirm={sending.confirm}
        onCancel={sending.withdraw}
      />
    </section>
  );
}

/** Text, files and signature: the part that scrolls when the composer has grown to its limit. */
function Writing({
  model,
  signatureHtml,
  initialHtml,
}: {
  model: ComposerModel;
  signatureHtml: string;
  initialHtml: string;
}) {
  const t = useTranslations("composer");
  const words = useProblemWords();
  const errorId = useId();
  const { state, dispatch, files, uploads } = model;
  const [startHtml] = useState(initialHtml);
  const error = words(state.problems.body);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="cursor-text px-3 py-2">
        <ReplyEditor
          initialHtml={startHtml}
          label={t("text")}
          placeholder={t("placeholder")}
          describedBy={error ? errorId : undefined}
          isInvalid={Boolean(error)}
          onChange={(html) => dispatch({ type: "body", html })}
          onFiles={model.takeFilesInText}
          onReady={model.setEditor}
        />
        {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      </div>
      <FileList files={files} error={words(state.problems.files)} onRemove={uploads.remove} onRetry={uploads.retry} />
      <SignatureLine
        html={signatureHtml}
        isOn={state.addSignature}
        onChange={(on) => dispatch({ type: "signature", on })}
      />
    </div>
  );
}

function PhoneHead({ onClose, children }: { onClose: () => void; children: React.ReactNode }) {
  const t = useTranslations("composer");
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-2 md:hidden">
      <IconButton label={t("collapse")} onClick={onClose}>
        <X aria-hidden />
      </IconButton>
      <div className="min-w-0">
        <h2 className="text-15 font-strong tracking-tight">{t("label")}</h2>
        {children}
      </div>
    </header>
  );
}

function dropHandlers(setDragging: (on: boolean) => void, add: (files: File[]) => void) {
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    onDragOver: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragging(false);
    },
    onDrop: (event: DragEvent) => {
      setDragging(false);
      // The text has taken what was dropped into it.
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      add([...event.dataTransfer.files]);
    },
  };
}

function useFocusWhenAsked(editor: ComposerModel["editor"], asked: number) {
  const answered = useRef(0);
  useEffect(() => {
    if (!editor || answered.current === asked) return;
    answered.current = asked;
    const put = () => putTyped(editor, takeTyped());
    editor.commands.focus("end");
    if (editor.isFocused) put();
    else editor.once("focus", put);
  }, [editor, asked]);
  useEffect(() => stopTyping, []);
}

function useSentElsewhere(isSent: boolean, onSent: () => void) {
  const leave = useEffectEvent(onSent);
  useEffect(() => {
    if (isSent) leave();
  }, [isSent]);
}
