import type { NoteView } from "@/lib/domain/note";

/** Where notes from before the first message stand. */
export const AT_START = "start";

/** Notes by the message that each stands behind: the last one that was sent before it. */
export function placeNotes(
  messages: { id: string; sentAt: string }[],
  notes: NoteView[],
): ReadonlyMap<string, NoteView[]> {
  const placed = new Map<string, NoteView[]>();
  for (const note of notes) {
    const before = messages.findLast(({ sentAt }) => sentAt <= note.createdAt);
    const place = before?.id ?? AT_START;
    placed.set(place, [...(placed.get(place) ?? []), note]);
  }
  return placed;
}
