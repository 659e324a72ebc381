"use client";

import { Download, NotebookPen, Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { fileSize } from "@/components/composer/file-size";
import { useViewer } from "@/components/inbox/viewer";
import { holdUp } from "@/components/thread/use-thread-scroll";
import { IconButton } from "@/components/ui/icon-button";
import { useFocusBack } from "@/components/ui/use-focus-back";
import type { NoteView } from "@/lib/domain/note";
import { roleMay } from "@/lib/domain/permissions";
import { noteFilePath } from "@/lib/url/mail-paths";
import { NoteEditor } from "./note-editor";
import { noteInAddress } from "./note-link";
import { NoteText } from "./note-text";
import { RemoveNote } from "./remove-note";

type NoteCardProps = { threadId: number; note: NoteView; isAtSmartlead: boolean };

/** What somebody of the team noted, between the messages at its time and in a colour that no mail has. */
export function NoteCard({ threadId, note, isAtSmartlead }: NoteCardProps) {
  const t = useTranslations("notes");
  const { viewer, words } = useViewer();
  const card = useRef<HTMLDivElement>(null);
  const [isEdited, setEdited] = useState(false);
  useBroughtUp(card, note.id);
  useFocusBack(isEdited, card);
  const { author, createdAt, editedAt } = note;
  const isMine = author?.id === viewer.id;
  const name = isMine ? t("you") : (author?.name ?? t("somebody"));
  const time = words.precise(createdAt);
  return (
    <div
      ref={card}
      role="note"
      tabIndex={-1}
      data-note={note.id}
      aria-label={isMine ? t("byYou", { time }) : t("by", { name, time })}
      className="border-b border-l-2 border-note-line bg-note-soft py-2 pr-4 pl-3.5 -outline-offset-2 print:hidden"
    >
      <div className="flex min-h-6 items-center gap-2 text-12">
        <NotebookPen aria-hidden className="size-[15px] shrink-0 stroke-[1.75] text-note" />
        <span className="truncate text-13 font-medium">{name}</span>
        <span className="min-w-0 flex-1 truncate text-note">{t("onlyTeam")}</span>
        <time
          dateTime={createdAt}
          title={words.exact(createdAt)}
          suppressHydrationWarning
          className="shrink-0 text-text-2 tabular-nums"
        >
          {editedAt ? t("edited", { time }) : time}
        </time>
        {isMine && !isEdited ? (
          <IconButton label={t("edit")} onClick={() => setEdited(true)} className="size-control-sm">
            <Pencil aria-hidden />
          </IconButton>
        ) : null}
        {isMine || roleMay(viewer.role, "note.removeAny") ? (
          <RemoveNote threadId={threadId} noteId={note.id}>
            <Trash2 aria-hidden />
          </RemoveNote>
        ) : null}
      </div>
      <div className="mt-0.5 max-w-measure md:pl-[23px]">
        {isEdited ? (
          <NoteEditor {...{ threadId, note, isAtSmartlead }} onClose={() => setEdited(false)} />
        ) : (
          <NoteText threadId={threadId} note={note} />
        )}
        <NoteFiles note={note} />
      </div>
    </div>
  );
}

function NoteFiles({ note: { id, files } }: { note: NoteView }) {
  const t = useTranslations("notes");
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("files")} className="mt-1.5 flex flex-wrap gap-1.5">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          <a
            href={noteFilePath(id, file.id)}
            download={file.fileName}
            title={t("download")}
            className="flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-2 border border-note-line px-2 text-12 hover:bg-hover touch:h-control-touch"
          >
            <Download aria-hidden className="size-3.5 shrink-0 stroke-[1.75] text-note" />
            <bdi className="truncate font-medium">{file.fileName}</bdi>
            <span className="shrink-0 text-text-2 tabular-nums">{fileSize(file.size, locale)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The note that the address leads to takes the focus, and stays in view while the frames around it grow. */
function useBroughtUp(card: { current: HTMLDivElement | null }, noteId: string): void {
  useEffect(() => {
    const element = card.current;
    const scroller = element?.closest<HTMLElement>("[data-thread-scroller]");
    if (!element || !scroller || noteInAddress() !== noteId) return undefined;
    element.focus({ preventScroll: true });
    return holdUp(scroller, () => {
      scroller.scrollTop = Math.max(0, element.offsetTop - scroller.clientHeight / 3);
    });
  }, [card, noteId]);
}
