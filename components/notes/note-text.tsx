import { textLinks } from "@/components/thread/text-links";
import { notePieces, type NoteView } from "@/lib/domain/note";

/** A note's words as they were written, with web addresses to follow and people by the names that they have today. */
export function NoteText({ note: { text, mentions } }: { note: Pick<NoteView, "text" | "mentions"> }) {
  return (
    <p dir="auto" className="text-14 [overflow-wrap:anywhere] whitespace-pre-wrap">
      {notePieces(text).map((piece, index) =>
        "text" in piece ? (
          <Words key={index} text={piece.text} />
        ) : (
          <span key={index} className="font-medium text-note">
            @{mentions.find(({ id }) => id === piece.memberId)?.name}
          </span>
        ),
      )}
    </p>
  );
}

function Words({ text }: { text: string }) {
  return textLinks(text).map(({ text: said, href }, index) =>
    href ? (
      <a
        key={index}
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent-text underline underline-offset-2"
      >
        {said}
      </a>
    ) : (
      said
    ),
  );
}
