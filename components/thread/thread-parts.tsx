import { useQuery } from "@tanstack/react-query";
import { Fragment, useMemo, useState } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { NoteCard } from "@/components/notes/note-card";
import { AT_START, placeNotes } from "@/components/notes/place-notes";
import type { NoteView } from "@/lib/domain/note";
import { roleMay } from "@/lib/domain/permissions";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";
import { notesQuery } from "@/lib/queries/notes";
import { FoldedMessage, MoreMessages } from "./folded-messages";
import { leavingAnswer } from "./leaving-answer";
import { MessageCard } from "./message-card";
import { type ThreadPart, threadParts } from "./message-folds";
import type { useMessageFolds } from "./use-message-folds";
import { useSurroundings } from "./use-surroundings";

/** Of so many messages at the end the frames load at once, of others when they come near the view. */
const NEAR = 3;

type ThreadPartsProps = { thread: ThreadView; folds: ReturnType<typeof useMessageFolds> };

/** The messages, open or folded, and the team's notes between them. */
export function ThreadParts({ thread, folds }: ThreadPartsProps) {
  const { messages } = thread;
  const placed = useNotes(thread);
  const around = useSurroundings(thread);
  const near = useMemo(() => new Set(messages.slice(-NEAR).map(({ id }) => id)), [messages]);
  const [known] = useState(() => new Set(messages.map(({ id }) => id)));
  const notes = (place: string) =>
    placed
      .get(place)
      ?.map((note) => (
        <NoteCard key={note.id} threadId={thread.id} note={note} isAtSmartlead={thread.smartlead !== null} />
      ));
  const parts = threadParts(messages, folds.isOpen, folds.isUnfolded, (id) => placed.has(id));
  return (
    <>
      {notes(AT_START)}
      {parts.map((part) => (
        <Fragment key={part.kind === "more" ? `more-${part.key}` : part.message.id}>
          {part.kind === "more" ? (
            <MoreMessages count={part.messages.length} onShow={() => folds.unfold(part.key, part.messages[0]!.id)} />
          ) : part.kind === "folded" ? (
            <FoldedMessage message={part.message} onOpen={folds.toggle} />
          ) : (
            <MessageCard
              message={part.message}
              around={around}
              isFresh={!known.has(part.message.id)}
              isNear={near.has(part.message.id)}
              leaving={leavingAnswer(thread.replies, part.message.id)}
              onFold={folds.toggle}
            />
          )}
          {notes(lastOf(part).id)}
        </Fragment>
      ))}
    </>
  );
}

const NONE: NoteView[] = [];

function useNotes({ id, messages }: ThreadView): ReadonlyMap<string, NoteView[]> {
  const { viewer } = useViewer();
  const { data = NONE } = useQuery({ ...notesQuery(id), enabled: roleMay(viewer.role, "note.write") });
  return useMemo(() => placeNotes(messages, data), [messages, data]);
}

const lastOf = (part: ThreadPart<MessageView>): MessageView =>
  part.kind === "more" ? part.messages.at(-1)! : part.message;
