import { textLinks } from "@/components/thread/text-links";
import { writeTo } from "@/components/thread/write-to";
import { notePieces, type NoteView } from "@/lib/domain/note";

type NoteTextProps = { threadId: number; note: Pick<NoteView, "text" | "mentions"> };

/** A note's words as they were written, with addresses to follow and people by the names that they have today. */
export function NoteText({ threadId, note: { text, mentions } }: NoteTextProps) {
  return (
    <p dir="auto" className="text-14 [overflow-wrap:anywhere] whitespace-pre-wrap">
      {notePieces(text).map((piece, index) =>
        "text" in piece ? (
          <Words key={index} text={piece.text} threadId={threadId} />
        ) : (
          <span key={index} className="font-medium text-note">
            @{mentions.find(({ id }) => id === piece.memberId)?.name}
          </span>
        ),
      )}
    </p>
  );
}

function Words({ text, threadId }: { text: string; threadId: number }) {
  return textLinks(text).map(({ text: said, href }, index) =>
    href ? (
      <a
        key={index}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        onClick={(event) => {
          if (writeTo(threadId, href)) event.preventDefault();
        }}
        className="text-accent-text underline underline-offset-2"
      >
        {said}
      </a>
    ) : (
      said
    ),
  );
}
