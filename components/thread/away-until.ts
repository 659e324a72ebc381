import type { MessageView } from "@/lib/domain/message-view";

/**
 * The day on which whoever wrote last is back ("2026-12-01"), as long as it lies ahead: the newest inbound message is an absence
 * note that says so. Null otherwise.
 */
export function awayUntil(
  messages: Pick<MessageView, "direction" | "isAutomatic" | "returnDate">[],
  today: string,
): string | null {
  const newest = messages.findLast(({ direction }) => direction === "in");
  if (!newest?.isAutomatic || newest.returnDate === null) return null;
  return newest.returnDate > today ? newest.returnDate : null;
}
