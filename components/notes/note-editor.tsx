import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { editNote } from "@/lib/actions/notes";
import { type NoteView, withMarkers, withNames } from "@/lib/domain/note";
import { colleaguesQuery, fetchColleagues } from "@/lib/queries/notes";
import { NoteWordsField } from "./note-words-field";
import { useSaveNote } from "./use-save-note";

/** `isAtSmartlead`: it was written there as well, where notes are never changed. */
type NoteEditorProps = { threadId: number; note: NoteView; isAtSmartlead: boolean; onClose: () => void };

/** Changes the words of one's own note in its place. */
export function NoteEditor({ threadId, note, isAtSmartlead, onClose }: NoteEditorProps) {
  const t = useTranslations("notes");
  const common = useTranslations("common");
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { data } = useQuery(colleaguesQuery(threadId));
  const [text, setText] = useState(() => withNames(note.text, note.mentions));
  const { isPending, problem, save: order } = useSaveNote(threadId);
  useEffect(() => field.current?.focus(), []);
  const people = data?.people ?? [];
  const isReady = text.trim() !== "";
  const save = async () => {
    if (!isReady || isPending) return;
    const keep = async () => {
      const { people: there } = data ?? (await fetchColleagues(threadId));
      // Who is named already stays so, also once they are gone.
      const known = [...there, ...note.mentions.filter((each) => !there.some((person) => person.id === each.id))];
      return editNote({ noteId: note.id, text: withMarkers(text, known) });
    };
    if (await order(keep)) onClose();
  };
  return (
    <div data-note-form className="flex flex-col gap-1.5">
      <NoteWordsField
        ref={field}
        text={text}
        people={people}
        hasFailed={problem !== null}
        describedBy={id}
        onChange={setText}
        onSave={() => void save()}
        onClose={onClose}
      />
      {problem ? (
        <div role="alert">
          <FieldError>{problem}</FieldError>
        </div>
      ) : null}
      <div className="flex items-center gap-1.5">
        <span id={id} className="min-w-0 flex-1 text-11 text-note">
          {isAtSmartlead ? t("staysAtSmartlead") : t("hint")}
        </span>
        <Button size="sm" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button size="sm" pending={isPending} disabled={!isReady} onClick={() => void save()}>
          {t("keep")}
        </Button>
      </div>
    </div>
  );
}
