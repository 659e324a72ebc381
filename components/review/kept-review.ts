import type { Passage } from "@/lib/domain/review";
import type { CommentReviewInput } from "@/lib/services/reviews/schemas";

/** Words of a version, that a comment is about. */
type ChosenPassage = Passage & { version: number };
type EditedFields = { to: string; cc: string; subject: string };
/** What the reviewer writes over a version; what is absent is as it was. `isAside`: it was left, and waits to be gone on with. */
export type KeptEdit = { version: number; html?: string; fields?: EditedFields; isAside?: true };

/**
 * What a reviewer has begun about a reply and not said yet. `texts` are by the comment that they answer, and under "" the one about the
 * chosen passage or the whole; other words that are suggested for a passage wait while another is chosen.
 */
export type KeptReview = {
  passage: ChosenPassage | null;
  texts: Record<string, { text: string; pressId: string }>;
  suggestion: { passage: ChosenPassage; words: string; pressId: string } | null;
  edit: KeptEdit | null;
  /** What should change, as it is returned. */
  note: string;
};
export type Word = Omit<CommentReviewInput, "reviewId">;

export const NOTHING_KEPT: KeptReview = { passage: null, texts: {}, suggestion: null, edit: null, note: "" };

export const isWritten = (edit: KeptEdit | null): edit is KeptEdit =>
  edit?.html !== undefined || edit?.fields !== undefined;

/** The editing that begins: what was written before and left, or nothing over the newest version. */
export function openedEdit({ edit }: KeptReview, version: number): KeptEdit {
  if (!isWritten(edit)) return { version };
  const { isAside: _aside, ...written } = edit;
  return written;
}

/** What stays of the editing that somebody leaves. */
export const leftEdit = ({ edit }: KeptReview): KeptEdit | null =>
  isWritten(edit) ? { ...edit, isAside: true } : null;

const isSamePassage = (one: ChosenPassage | null, other: ChosenPassage | null): boolean =>
  one?.start === other?.start && one?.quote === other?.quote && one?.version === other?.version;

/** What is suggested for the chosen passage; null where nothing is, or another passage's. */
export const suggestionOf = ({ passage, suggestion }: KeptReview): string | null =>
  suggestion && isSamePassage(passage, suggestion.passage) ? suggestion.words : null;

/** The word of one form; null while it says nothing. */
export function wordOf(kept: KeptReview, parentId: string | null): Word | null {
  const typed = kept.texts[parentId ?? ""];
  const text = typed?.text.trim() ?? "";
  if (parentId !== null) return text === "" ? null : { text, parentId, pressId: typed!.pressId };
  const words = suggestionOf(kept);
  const isSuggested = words !== null && words !== kept.passage?.quote;
  if (text === "" && !isSuggested) return null;
  const pressId = typed?.pressId ?? kept.suggestion!.pressId;
  return { text, pressId, ...about(kept.passage), ...(isSuggested ? { suggestion: words } : {}) };
}

/** All that was typed and not said. */
export function wordsOf(kept: KeptReview): Word[] {
  const { texts, suggestion, passage } = kept;
  const isWaiting = suggestion && !isSamePassage(passage, suggestion.passage);
  const waiting =
    isWaiting && suggestion.words !== suggestion.passage.quote
      ? { text: "", pressId: suggestion.pressId, ...about(suggestion.passage), suggestion: suggestion.words }
      : null;
  const answers = Object.keys(texts).filter((parentId) => parentId !== "");
  return [...answers.map((parentId) => wordOf(kept, parentId)), waiting, wordOf(kept, null)].filter(
    (word) => word !== null,
  );
}

/** Without the word of one form, which was said. */
export function withoutWord(kept: KeptReview, parentId: string | null): KeptReview {
  const texts = Object.fromEntries(Object.entries(kept.texts).filter(([of]) => of !== (parentId ?? "")));
  if (parentId !== null) return { ...kept, texts };
  return { ...kept, texts, passage: null, suggestion: suggestionOf(kept) === null ? kept.suggestion : null };
}

const about = (chosen: ChosenPassage | null) =>
  chosen ? { passage: { quote: chosen.quote, start: chosen.start }, version: chosen.version } : {};
