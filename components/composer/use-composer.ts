import type { Editor } from "@tiptap/react";
import { useCallback, useEffect, useReducer, useRef, useState, type RefObject } from "react";
import { signalWriting } from "@/components/presence/writing-signal";
import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import { fileBytesWithin } from "@/lib/domain/size-limit";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import type { Along } from "./along";
import {
  composerReducer,
  draftOf,
  isEmptyBody,
  stateOfDraft,
  type ComplaintField,
  type ComposerAction,
  type FieldComplaints,
} from "./composer-state";
import type { OtherVersion } from "./draft-keeper";
import { filesThatLeave } from "./files";
import { draftPlace } from "./kept-drafts";
import type { RecipientsFieldHandle } from "./recipients-field";
import type { Opened, SavedDraft, Viewer } from "./saved-draft";
import { readinessOf } from "./send-readiness";
import { useBeside } from "./use-beside";
import { useFollowDraft } from "./use-follow-draft";
import { useDraftKeeper } from "./use-draft-keeper";
import { useNow } from "./use-now";
import { usePictures } from "./use-pictures";
import { useTemplates } from "./use-templates";
import { useSending } from "./use-sending";
import { useUploads } from "./use-uploads";
import { isForLead, zonesOf } from "./zones-of";

export type ComposerModel = ReturnType<typeof useComposer>;

type Around = {
  thread: ThreadView;
  viewer: Viewer;
  opened: Opened;
  /** The draft as the server has it now, as far as this page knows. */
  saved: SavedDraft | null;
  onSent: (accepted: AcceptedReply, along: Along) => void;
};

/** Everything an open composer knows and can do; its views draw this. */
export function useComposer({ thread, viewer, opened, saved, onSent }: Around) {
  const [state, draw] = useReducer(composerReducer, opened.content, stateOfDraft);
  const [editor, setEditor] = useState<Editor | null>(null);
  const fields = useFieldRefs();
  const now = useNow(60_000) ?? NEVER;
  const kept = { ...opened, threadId: thread.id, authorId: viewer.id };
  const { keeper, keeping, keep, follow } = useDraftKeeper(kept, draftOf(state));
  const beside = useBeside(thread, viewer.id, keeper.draftId);
  const threadId = thread.id;
  useEffect(() => () => signalWriting({ threadId, hasWords: false }), [threadId]);
  const newest = useRef(state);
  const dispatch = useCallback(
    (action: ComposerAction) => {
      newest.current = composerReducer(newest.current, action);
      draw(action);
      keep(draftOf(newest.current));
      if (action.type === "body") signalWriting({ threadId, hasWords: !isEmptyBody(action.html) });
    },
    [keep, threadId],
  );
  useFollowDraft(saved, { state, editor, keeper, keeping, dispatch, follow });
  const pictures = usePictures(editor, dispatch);
  const uploads = useUploads({
    draft: {
      place: draftPlace(threadId, viewer.id),
      draftId: opened.draftId,
      onAway: (row) => {
        newest.current = composerReducer(newest.current, { type: "files", change: { type: "resumed", files: [row] } });
        keep(draftOf(newest.current));
        // A draft that was sent or thrown away keeps nothing any more.
        return keeper.unsaved !== null;
      },
    },
    onChange: (change) => dispatch({ type: "files", change }),
    onPicture: pictures.show,
  });
  useEffect(() => uploads.offer(), [uploads, editor]);
  const files = filesThatLeave(state.files, inlineUploadsOf(state.bodyHtml));
  const maxBytes = fileBytesWithin(thread.mailbox.sizeLimit);
  const templates = useTemplates(thread.id, state.bodyHtml);
  const readiness = readinessOf(state, now, {
    openNames: templates.openNames,
    maxBytes,
    isDivided: keeping.state === "changed_elsewhere",
  });
  const onRefused = (problems: FieldComplaints) => {
    const isOpen = problems.body?.reason === "unresolved_variable" && !problems.to && !problems.cc && !problems.bcc;
    if (!isOpen || !templates.store.show()) focusFirst(problems, fields, editor);
  };
  const isDrawn = () => JSON.stringify(newest.current) === JSON.stringify(state);
  const sending = useSending({
    thread,
    state,
    isDrawn,
    readiness,
    keeper,
    begunAt: beside.until,
    dispatch,
    onSent,
    onRefused,
  });
  const isLeads = isForLead(thread, { ...state.writing, to: state.to, cc: state.cc, bcc: state.bcc });
  const zones = { ...zonesOf(thread, viewer), ...(isLeads ? {} : { theirs: null }) };

  return {
    threadId,
    /** From which it leaves; null where that is Smartlead's to say. */
    mailboxId: thread.smartlead ? null : thread.mailbox.id,
    state,
    /** What stands in it by now, also what has not been drawn yet. */
    content: () => draftOf(newest.current),
    beside,
    dispatch,
    editor,
    setEditor,
    fields,
    now,
    uploads,
    removeFile: (key: string) => {
      uploads.remove(key);
      pictures.leave(key);
    },
    templates,
    keeper,
    keeping,
    files,
    maxBytes,
    readiness,
    sending,
    zones,
    /** The text of the other window's version goes under this one's, with whom and what it had besides. */
    keepBoth: (other: OtherVersion) => {
      if (!other || !editor) return;
      dispatch({ type: "merged", other: other.content });
      putUnder(editor, state.bodyHtml, stateOfDraft(other.content).bodyHtml);
      void keeper.overwrite();
    },
    /** Pictures that come into the text stand in it; other files hang below it. */
    takeFilesInText: (added: File[]) => {
      const isShown = (file: File) => !state.writing.isPlain && INLINE_TYPES.has(file.type);
      const shown = added.filter(isShown);
      const others = added.filter((file) => !isShown(file));
      if (shown.length > 0) pictures.keep(uploads.add(shown, true));
      if (others.length > 0) uploads.add(others, false);
    },
  };
}

/** Stands in while the server draws, which it never does with a composer. */
const NEVER = new Date(0);

/** Pictures that mail programs show; an SVG is a document with scripts and goes as a file. */
const INLINE_TYPES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

export type FieldRefs = Record<"to" | "cc" | "bcc", RefObject<RecipientsFieldHandle | null>>;

function useFieldRefs(): FieldRefs {
  return {
    to: useRef<RecipientsFieldHandle>(null),
    cc: useRef<RecipientsFieldHandle>(null),
    bcc: useRef<RecipientsFieldHandle>(null),
  };
}

function putUnder(editor: Editor, bodyHtml: string, html: string): void {
  if (isEmptyBody(html) || bodyHtml.includes(html)) return;
  editor.chain().insertContentAt(editor.state.doc.content.size, `<p></p>${html}`).focus("end").run();
}

const ORDER: ComplaintField[] = ["to", "cc", "bcc", "body", "files", "schedule"];

function focusFirst(problems: FieldComplaints, fields: FieldRefs, editor: Editor | null): void {
  const first = ORDER.find((field) => problems[field]);
  if (first === "to" || first === "cc" || first === "bcc") fields[first].current?.focus();
  else if (first === "body") editor?.commands.focus();
  else if (first === "schedule") document.querySelector<HTMLElement>("[data-schedule-trigger]")?.focus();
}
