import type { DraftContent } from "@/lib/domain/draft";
import { isSameContent, type SavedDraft } from "./saved-draft";

/** A save whose answer was lost on the way had arrived: what stands there now is this window's own. @returns when it was saved */
export function savedAtOfOwn(other: SavedDraft | null, mine: DraftContent[]): string | null {
  return other && mine.some((content) => isSameContent(content, other.content)) ? other.savedAt : null;
}

/** While the connection is away each attempt may be the one that arrived: most likely the first, before it went, or one of the last. */
export function withNewest(underway: DraftContent[], content: DraftContent): DraftContent[] {
  const [first, ...later] = underway.filter((former) => !isSameContent(former, content));
  return first ? [first, ...later.slice(-MANY_UNDERWAY), content] : [content];
}

const MANY_UNDERWAY = 3;
