import type { DraftContent, Handed } from "@/lib/domain/draft";
import { draftBelow } from "@/lib/domain/draft-below";

/**
 * What a window keeps of a draft that the server may not have: when the version was saved that it goes on from (null for none), and
 * what was on its way to the server meanwhile, or lost on the way: the server may have it.
 */
export type DraftCopy = {
  draftId: string;
  content: DraftContent;
  keptAt: string;
  basedOn: string | null;
  underway: DraftContent[];
  /** What was handed over to be sent, and may have left: its answer did not come. */
  sent?: DraftContent[];
};

/** A copy where it lies in this browser, as it was read. */
export type StoredCopy = { key: string; stored: string; copy: DraftCopy };

/** A draft as the server has it. Times are ISO 8601. */
export type SavedDraft = { draftId: string; content: DraftContent; savedAt: string; handed?: Handed };

/** Who writes: whose draft it is, whose clock is "yours", and how long the server holds a reply for Undo. */
export type Viewer = { id: string; name: string; timeZone: string; undoSeconds: number };

/**
 * What a composer opens with. `isRestored`: from copies in this browser, which the server does not have yet. `underway`: former states
 * of these words, which it may have. `copies`: those that are of no use any more once it is kept here.
 */
export type Opened = {
  draftId: string;
  content: DraftContent;
  savedAt: string | null;
  isRestored: boolean;
  underway?: DraftContent[];
  /** As of `DraftCopy`. */
  sent?: DraftContent[];
  copies?: StoredCopy[];
  /** A teammate wrote it. */
  handed?: Handed;
};

/**
 * The server's draft, or what windows of this browser have kept besides. Words that go on from what the server has are newer whatever
 * the clocks say. Others were typed while somebody saved elsewhere: they keep the version that they go on from, so that saving them
 * shows both instead of replacing one. The server's id wins, since it has one draft a thread and author.
 */
export function restoredDraft(saved: SavedDraft | null, copies: StoredCopy[]): Opened | null {
  const isNews = ({ copy }: StoredCopy) => !saved || !isSameContent(copy.content, saved.content);
  const news = copies.filter(isNews).map((stored) => stored.copy);
  const [copy, ...others] = news;
  if (!copy) return saved && { ...openedOf(saved), ...(copies.length > 0 ? { copies } : {}) };
  const apart = news.find((one) => !saved || !goesOnFrom(one, saved));
  return {
    draftId: saved?.draftId ?? copy.draftId,
    content: others.reduce(joined, copy).content,
    savedAt: apart ? apart.basedOn : (saved?.savedAt ?? null),
    isRestored: true,
    underway: news.flatMap(({ underway, content }) => [...underway, content]),
    sent: news.flatMap(({ sent }) => sent ?? []),
    copies,
    ...(saved?.handed ? { handed: saved.handed } : {}),
  };
}

/** As the server joins two drafts: the older one below the newer one. */
function joined(one: DraftCopy, other: DraftCopy): DraftCopy {
  const [newer, older] = one.keptAt > other.keptAt ? [one, other] : [other, one];
  return { ...newer, content: joinedContent(newer.content, older.content) };
}

/** Two drafts in one: the lower one's words stand below the upper one's, unless they stand there already. */
export function joinedContent(upper: DraftContent, lower: DraftContent): DraftContent {
  const stands = upper.bodyHtml.includes(lower.bodyHtml);
  return draftBelow(upper, stands ? { ...lower, bodyHtml: "" } : lower);
}

const goesOnFrom = ({ basedOn, underway }: DraftCopy, saved: SavedDraft): boolean =>
  basedOn === saved.savedAt || underway.some((content) => isSameContent(content, saved.content));

/** Whether two versions say the same; keys come back from the server in another order. */
export const isSameContent = (one: DraftContent, other: DraftContent): boolean => inOrder(one) === inOrder(other);

const inOrder = (content: DraftContent): string =>
  JSON.stringify(content, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );

export const openedOf = ({ draftId, content, savedAt, handed }: SavedDraft): Opened => ({
  draftId,
  content,
  savedAt,
  isRestored: false,
  ...(handed ? { handed } : {}),
});

/** Of what was put aside here and what the server has, the one saved later: behind the bar what was put aside is saved on. */
export function savedLater(own: Opened | null, theirs: Opened | null): Opened | null {
  if (!own || !theirs) return own ?? theirs;
  return (theirs.savedAt ?? "") > (own.savedAt ?? "") ? theirs : own;
}
