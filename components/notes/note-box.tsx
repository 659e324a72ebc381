"use client";

import { useQuery } from "@tanstack/react-query";
import { NotebookPen, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { CommandKeys } from "@/components/commands/command-keys";
import { FileList } from "@/components/composer/file-list";
import { MAX_TOTAL_BYTES } from "@/components/composer/files";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import { addNote } from "@/lib/actions/notes";
import { withMarkers } from "@/lib/domain/note";
import { colleaguesQuery, fetchColleagues } from "@/lib/queries/notes";
import { closeForm, useAskedForm } from "./asked-form";
import { keepNote, readKeptNote } from "./kept-note";
import { NoteWordsField } from "./note-words-field";
import { useNoteFiles } from "./use-note-files";
import { useSaveNote } from "./use-save-note";
import { randomId } from "@/components/ui/random-id";

/** Where a note is written, at the end of the thread: a box of its own in the notes' yellow, without anybody that it could be sent to. */
export function NoteBox({ threadId }: { threadId: number }) {
  const t = useTranslations("notes");
  const asked = useAskedForm("note", threadId);
  const [said, setSaid] = useState("");
  return (
    <>
      <output className="sr-only">{said}</output>
      {asked > 0 ? <NoteForm threadId={threadId} asked={asked} onSaved={() => setSaid(t("saved"))} /> : null}
    </>
  );
}

type NoteFormProps = { threadId: number; asked: number; onSaved: () => void };

function NoteForm({ threadId, asked, onSaved }: NoteFormProps) {
  const t = useTranslations("notes");
  const id = useId();
  const { box, field } = useFocusAsAsked(asked);
  const { text, write, files, people, problem, isPending, isReady, save } = useNoteForm(threadId, onSaved);
  // What saves it stays in sight while the words grow. Newer browsers answer a scroll with a promise, which is no clean-up.
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, [box, text, files.files.length]);
  return (
    <section
      ref={box}
      aria-label={t("label")}
      data-note-form
      className="m-3 flex flex-col gap-2 rounded-3 border border-l-2 border-note-line bg-note-soft p-3 print:hidden"
    >
      <p id={`${id}-hint`} className="flex items-center gap-2 text-12 text-note">
        <NotebookPen aria-hidden className="size-[15px] shrink-0 stroke-[1.75]" />
        <span className="font-medium">{t("label")}</span>
        <span>{t("onlyTeam")}</span>
      </p>
      <NoteWordsField
        ref={field}
        text={text}
        people={people}
        hasFailed={problem !== null}
        describedBy={`${id}-hint`}
        onChange={write}
        onSave={() => void save()}
        onClose={() => closeForm("note")}
      />
      <FileList files={files.files} maxBytes={MAX_TOTAL_BYTES} onRemove={files.remove} onRetry={files.retry} />
      {problem ? (
        <div role="alert">
          <FieldError>{problem}</FieldError>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-1.5">
        <AttachFiles isFull={!files.hasRoom} onAdd={files.add} />
        <span className="min-w-40 flex-1 text-11 text-note">{t("hint")}</span>
        <span className="ml-auto flex gap-1.5">
          <Button size="sm" onClick={() => closeForm("note")}>
            {t("close")}
          </Button>
          <Button size="sm" pending={isPending} disabled={!isReady} onClick={() => void save()}>
            {t("save")}
            <CommandKeys id="reply.send" />
          </Button>
        </span>
      </div>
    </section>
  );
}

function useNoteForm(threadId: number, onSaved: () => void) {
  const { data } = useQuery(colleaguesQuery(threadId));
  const [text, setText] = useState(() => readKeptNote(threadId));
  const latest = useRef(text);
  const [pressId, setPressId] = useState(() => randomId());
  const files = useNoteFiles();
  const { isPending, problem, save: order } = useSaveNote(threadId);
  const people = data?.people ?? [];
  const isReady = text.trim() !== "" && !files.isWaiting;
  const write = (next: string) => {
    latest.current = next;
    setText(next);
    keepNote(threadId, next);
  };
  const save = async () => {
    if (!isReady || isPending) return;
    const { uploadIds } = files;
    const add = async () => {
      // A quick hand saves before it is known who can be named.
      const known = data ?? (await fetchColleagues(threadId));
      return addNote({ threadId, text: withMarkers(text, known.people), uploadIds, pressId });
    };
    if (!(await order(add))) return;
    onSaved();
    setPressId(randomId());
    files.files.forEach(({ key }) => files.remove(key));
    // What was written on meanwhile is another note.
    if (latest.current !== text) return;
    keepNote(threadId, "");
    closeForm("note");
  };
  return { text, write, files, people, problem, isPending, isReady, save };
}

/** The focus goes into the field whenever the form is asked for, and back to where it came from when it closes. */
function useFocusAsAsked(asked: number) {
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    const scroller = box.current?.closest<HTMLElement>("[data-thread-scroller]");
    return () =>
      void requestAnimationFrame(() => {
        if (!isFocusLost()) return;
        const isThere = from instanceof HTMLElement && from !== document.body && from.isConnected;
        (isThere ? from : scroller)?.focus({ preventScroll: true });
      });
  }, []);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [asked]);
  return { box, field };
}

function AttachFiles({ isFull, onAdd }: { isFull: boolean; onAdd: (files: File[]) => void }) {
  const t = useTranslations("notes");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={t("attach")} disabled={isFull} onClick={() => input.current?.click()}>
        <Paperclip aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
