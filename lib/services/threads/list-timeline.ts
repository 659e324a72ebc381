import { aliasedTable, and, desc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { categories, events, leads, members, messages, threads } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { PersonView } from "@/lib/domain/person-view";
import { type ThreadTimeline, type TimelineEntry, type Undoing, withoutUndone } from "@/lib/domain/thread-timeline";
import { isForReader } from "@/lib/services/access/is-for-reader";
import { inScope, threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { LEAD_NAME } from "@/lib/services/leads/lead-name-column";
import { hasMoved } from "./detach-thread";
import type { GetThreadInput } from "./schemas";
import { carriedEntries, noteEntries } from "./timeline-notes";
import { planEntries, reminderEntries } from "./timeline-plans";
import { taskEntries } from "./timeline-tasks";

const MOST = 300;

/**
 * What happened in a thread, newest first: who wrote, who gave it a category or an owner, marked or closed it, and what was changed
 * of its lead, there or in another of the lead's threads. What is still to come stands above, at its time.
 * @throws AppError `not_found` for a thread that is not there or another workspace's
 */
export async function listTimeline(ctx: Context, { threadId }: GetThreadInput): Promise<ThreadTimeline> {
  const { actor, db } = ctx;
  may(actor, "thread.read");
  const isIt = and(eq(threads.id, threadId), threadsOf(actor));
  const [found] = await db.select({ leadId: threads.leadId }).from(threads).where(isIt);
  if (!found) throw new AppError("not_found", { reason: "thread" });
  const written = (await messageRows(ctx, threadId)).map(messageEntry);
  const changed = [
    ...(await eventRows(db, isOf(threadId))).flatMap(eventEntry),
    ...(found.leadId ? await eventRows(db, isOfLead(ctx, found.leadId)) : []).flatMap(eventEntry),
  ];
  const mayPlan = roleMay(actor.role, "plan.read");
  const planned = mayPlan ? await plannedEntries(db, threadId) : [];
  const shown = mayPlan ? changed : changed.filter(({ kind }) => kind !== "follow_ups_moved");
  const all = [...written, ...shown, ...planned].toSorted((a, b) => b.at.localeCompare(a.at));
  const entries = await withOwnAttaching(ctx, withoutUndone(all), { threadId, leadId: found.leadId });
  const isWhole = written.length <= MOST && changed.length <= MOST && entries.length <= MOST;
  return { entries: entries.slice(0, MOST), isWhole };
}

/** What members plan and note among themselves, and what is still to be carried out. */
async function plannedEntries(db: Database, threadId: number): Promise<TimelineEntry[]> {
  return [
    ...(await noteEntries(db, threadId, MOST + 1)),
    ...(await taskEntries(db, threadId, MOST + 1)),
    ...(await carriedEntries(db, threadId, MOST + 1)),
    ...(await planEntries(db, threadId, MOST + 1)),
    ...(await reminderEntries(db, threadId, MOST + 1)),
  ];
}

function messageRows({ actor, db }: Context, threadId: number) {
  return db
    .select({
      id: messages.id,
      sentAt: messages.sentAt,
      direction: messages.direction,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      bounces: messages.bounces,
      isAutomatic: messages.isAutomatic,
      step: messages.step,
      author: { id: members.id, name: members.name },
    })
    .from(messages)
    .leftJoin(members, eq(members.id, messages.authorId))
    .where(and(eq(messages.threadId, threadId), isForReader(actor)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(MOST + 1);
}

type MessageRow = Awaited<ReturnType<typeof messageRows>>[number];

function messageEntry(row: MessageRow): TimelineEntry {
  const { id, direction, bounces, isAutomatic, step, author } = row;
  const fact = { id, at: row.sentAt.toISOString() };
  if (direction === "out")
    return step === null ? { ...fact, kind: "sent", by: author } : { ...fact, kind: "step_sent", step };
  if (bounces[0]) return { ...fact, kind: "bounced", recipient: bounces[0].recipient };
  const name = row.fromName || row.fromAddress;
  return { ...fact, kind: isAutomatic ? "answered_automatically" : "answered", name };
}

/** Only the last attaching can be taken back, by whom it was, and as long as the thread is that lead's and nothing moved in it. */
async function withOwnAttaching(
  { actor, db }: Context,
  entries: TimelineEntry[],
  { threadId, leadId }: { threadId: number; leadId: string | null },
): Promise<TimelineEntry[]> {
  const last = entries.find((entry) => entry.kind === "attached");
  const isOwn = last?.by?.id === actor.memberId && leadId !== null && last.takesBack === leadId;
  const isOpen = isOwn && !(await hasMoved(db, threadId, new Date(last.at)));
  return entries.map((entry) => {
    if (entry.kind !== "attached" || (entry === last && isOpen)) return entry;
    const { takesBack: _gone, ...plain } = entry;
    return plain;
  });
}

const KINDS: Record<string, TimelineEntry["kind"] | "undone"> = {
  "thread.archived": "done",
  "thread.unarchived": "reopened",
  "thread.important": "important",
  "thread.unimportant": "unimportant",
  "thread.categorised": "categorised",
  "thread.assigned": "assigned",
  "thread.attached": "attached",
  "lead.changed": "lead_changed",
  "lead.unsubscribed": "unsubscribed",
  "follow_ups.moved": "follow_ups_moved",
  "thread.detached": "undone",
  "thread.triage_undone": "undone",
};

/** What an undo of each kind takes back; that of reading is no line here. */
const TAKES_BACK: Record<string, TimelineEntry["kind"][]> = {
  done: ["done", "reopened"],
  important: ["important", "unimportant"],
  category: ["categorised"],
  assignee: ["assigned"],
  attach: ["attached"],
};

const assignees = aliasedTable(members, "assignees");
/** The category or owner that an event gave, as it was written down; joined within the workspace. */
const target = sql`${events.data} ->> 'to'`;

/** The lead that a thread was attached to, in a form that the table's key can look up. */
const attachedTo = sql`${leads.id} = case when ${events.kind} = 'thread.attached' then ${events.subjectId}::uuid end`;

/** Those of the lead are read by lead. */
const isOf = (threadId: number) => and(eq(events.threadId, threadId), notInArray(events.kind, LEAD_KINDS));
const LEAD_KINDS = ["lead.changed", "lead.unsubscribed"];

/** By the threads of the lead, for which there is an index. */
const isOfLead = ({ actor, db }: Context, leadId: string) =>
  and(
    inArray(
      events.threadId,
      db
        .select({ id: threads.id })
        .from(threads)
        .where(and(eq(threads.leadId, leadId), inScope(actor))),
    ),
    eq(events.subjectId, leadId),
    inArray(events.kind, LEAD_KINDS),
  );

function eventRows(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: events.id,
      at: events.at,
      kind: events.kind,
      data: events.data,
      subjectId: events.subjectId,
      author: { id: members.id, name: members.name },
      category: categories.name,
      assignee: { id: assignees.id, name: assignees.name },
      lead: sql<string | null>`coalesce(nullif(${LEAD_NAME}, ''), ${leads.email}::text)`,
    })
    .from(events)
    .leftJoin(members, eq(members.id, events.memberId))
    .leftJoin(categories, and(eq(categories.workspaceId, events.workspaceId), sql`${categories.id}::text = ${target}`))
    .leftJoin(assignees, and(eq(assignees.workspaceId, events.workspaceId), sql`${assignees.id}::text = ${target}`))
    .leftJoin(leads, and(eq(leads.workspaceId, events.workspaceId), attachedTo))
    .where(and(where, inArray(events.kind, Object.keys(KINDS))))
    .orderBy(desc(events.at), desc(events.id))
    .limit(MOST + 1);
}

type EventRow = Awaited<ReturnType<typeof eventRows>>[number];

function eventEntry(row: EventRow): (TimelineEntry | Undoing)[] {
  const kind = KINDS[row.kind];
  const by: PersonView | null = row.author;
  const fact = { id: row.id, at: row.at.toISOString(), by };
  if (kind === "undone") {
    const of = TAKES_BACK[String(row.data["kind"])];
    return of ? [{ ...fact, kind, of }] : [];
  }
  if (kind === "categorised") return [{ ...fact, kind, category: row.category }];
  if (kind === "assigned") return [{ ...fact, kind, assignee: row.assignee }];
  if (kind === "attached") return [{ ...fact, kind, lead: row.lead, takesBack: row.subjectId ?? "" }];
  if (kind === "lead_changed") return [{ ...fact, kind, fields: namesIn(row.data["fields"]) }];
  if (kind === "unsubscribed") return [{ ...fact, kind }];
  if (kind === "follow_ups_moved") return [{ ...fact, kind, until: String(row.data["returnDate"]) }];
  if (kind === "done" || kind === "reopened" || kind === "important" || kind === "unimportant")
    return [{ ...fact, kind }];
  return [];
}

const namesIn = (fields: unknown): string[] =>
  Array.isArray(fields) ? fields.filter((name) => typeof name === "string") : [];
