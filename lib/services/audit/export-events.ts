import { csvLine } from "@/lib/domain/csv-line";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { eventConditions } from "./event-conditions";
import { readEvents } from "./read-events";
import type { EventFact, EventView, ExportEventsInput } from "./schemas";

const AT_ONCE = 500;

/** How the columns are called, and an entry and its facts are said, in the reader's language, as the screen says them. */
export type AuditWords = { head: string[]; said: (entry: EventView) => string; fact: (fact: EventFact) => string };

/**
 * The audit log as a CSV (RFC 4180, UTF-8 with a byte order mark) that is written while it is read, however long it is. That it was
 * taken stands in it as the newest entry. @throws AppError `forbidden`
 */
export async function exportEvents(
  { actor, db }: Context,
  wanted: ExportEventsInput,
  words: AuditWords,
): Promise<ReadableStream<Uint8Array>> {
  may(actor, "audit.read");
  await record(db, actor, "audit.exported", { data: { fields: Object.keys(wanted) } });
  const condition = eventConditions(actor, wanted);
  const text = new TextEncoder();
  let cursor: string | null | undefined;
  return new ReadableStream({
    start: (controller) => controller.enqueue(text.encode(`\uFEFF${csvLine(words.head)}`)),
    async pull(controller) {
      const page = await readEvents(db, condition, { cursor: cursor ?? undefined, size: AT_ONCE });
      controller.enqueue(text.encode(page.entries.map((entry) => csvLine(cellsOf(entry, words))).join("")));
      cursor = page.nextCursor;
      if (cursor === null) controller.close();
    },
  });
}

const cellsOf = (entry: EventView, { said, fact }: AuditWords): string[] => [
  entry.at,
  entry.person ?? "",
  said(entry),
  entry.kind,
  entry.subject ?? "",
  entry.threadId === null ? "" : String(entry.threadId),
  entry.apiKey ?? "",
  entry.address ?? "",
  entry.facts.map(fact).join("; "),
  // For programs: these stay as they are in whatever language the file is taken, as the kind does.
  entry.facts.map(({ key, value }) => `${key}=${value}`).join("; "),
];
