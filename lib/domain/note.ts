import type { PersonView } from "./person-view";

export const LONGEST_NOTE = 5_000;
export const MOST_NOTE_FILES = 10;

export type NoteFile = { id: string; fileName: string; contentType: string; size: number };

/** A note as the thread shows it. `text` names people by markers; who they are today stands in `mentions`. */
export type NoteView = {
  id: string;
  author: PersonView | null;
  text: string;
  mentions: PersonView[];
  files: NoteFile[];
  createdAt: string;
  editedAt: string | null;
};

/** A part of a note: words, or somebody who is named. */
export type NotePiece = { text: string } | { memberId: string };

const MARKER = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g;

/** A note's text with those it names, in order. */
export function notePieces(text: string): NotePiece[] {
  const pieces: NotePiece[] = [];
  let from = 0;
  for (const { 0: marker, 1: memberId, index } of text.matchAll(MARKER)) {
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ memberId: memberId! });
    from = index + marker.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Who is named in a note, each once. */
export const mentionedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MARKER)].map(([, memberId]) => memberId!)),
];

/** A note's text as it is read: "@Ruth Berg, look". Who is not known any more is a bare "@". */
export function withNames(text: string, people: PersonView[]): string {
  return notePieces(text)
    .map((piece) => ("text" in piece ? piece.text : `@${people.find(({ id }) => id === piece.memberId)?.name ?? ""}`))
    .join("");
}

/** The reverse: "@Ruth Berg" becomes her marker, the longest name first. Of two of one name the first is meant. */
export function withMarkers(written: string, people: PersonView[]): string {
  const named = people.filter(({ name }) => name.trim() !== "").toSorted((a, b) => b.name.length - a.name.length);
  if (named.length === 0) return written;
  const names = named.map(({ name }) => escaped(name)).join("|");
  const mention = new RegExp(`(?<![\\p{L}\\p{N}@])@(${names})(?![\\p{L}\\p{N}])`, "giu");
  return written.replace(mention, (whole, said: string) => {
    const person = named.find(({ name }) => name.toLowerCase() === said.toLowerCase());
    return person ? `@[${person.id}]` : whole;
  });
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What is being typed after an "@" before the caret, up to two words; null where nobody is being named. */
export function nameBeforeCaret(written: string, caret: number): { from: number; typed: string } | null {
  const found = /(?<![\p{L}\p{N}@])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(written.slice(0, caret));
  return found ? { from: found.index, typed: found[1]! } : null;
}
