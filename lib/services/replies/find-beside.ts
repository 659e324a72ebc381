import { and, desc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, replies, reviews } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import type { ReplyRow } from "./reply-row";

type Asking = Pick<
  ReplyRow,
  | "id"
  | "threadId"
  | "authorId"
  | "origin"
  | "kind"
  | "acceptedAt"
  | "begunAt"
  | "seenBesideAt"
  | "scheduledAt"
  | "calendarPart"
>;

/** A teammate's reply beside one's own, in the same thread. */
export type Beside = Pick<ReplyRow, "id" | "status" | "bodyHtml" | "dueAt" | "sentAt"> & {
  author: { id: string; name: string };
};

/**
 * The newest reply of a teammate that the author of this one cannot know of: taken after they began to write (or were shown one) and
 * before theirs was; or, where theirs leaves later or no person waits for the other, gone while theirs waited. One that is itself held
 * for a teammate holds nobody, so that of two exactly one is held. Called with the thread locked.
 */
export async function findBeside(tx: Database, reply: Asking): Promise<Beside | null> {
  if (reply.origin !== "composer" || reply.kind === "forward" || reply.calendarPart !== null) return null;
  const [found] = await tx
    .select({
      id: replies.id,
      status: replies.status,
      bodyHtml: replies.bodyHtml,
      dueAt: replies.dueAt,
      sentAt: replies.sentAt,
      author: { id: members.id, name: members.name },
    })
    .from(replies)
    .innerJoin(members, eq(members.id, replies.authorId))
    .where(and(isOfTeammate(reply), or(isTakenBefore(reply), isGoneMeanwhile(reply))))
    .orderBy(desc(replies.acceptedAt), desc(replies.id))
    .limit(1);
  return found ?? null;
}

/** In which a reply has left, or is to. */
const STANDING: ReplyStatus[] = [
  "awaiting_approval",
  "scheduled",
  "queued",
  "sending",
  "handed_over",
  "sent",
  "unknown",
];
const GONE: ReplyStatus[] = ["sending", "handed_over", "sent", "unknown"];

const knownAt = ({ begunAt, seenBesideAt, acceptedAt }: Asking): Date =>
  new Date(Math.max((begunAt ?? acceptedAt).getTime(), seenBesideAt?.getTime() ?? 0));

const isTakenBefore = ({ acceptedAt }: Asking): SQL => sql`${replies.acceptedAt} <= ${acceptedAt.toISOString()}`;

/** A program knows of nothing that waits here; what a person sends beside a planned reply may make it out of date. */
const isGoneMeanwhile = (reply: Asking): SQL =>
  and(inArray(replies.status, GONE), reply.scheduledAt ? undefined : or(eq(replies.origin, "api"), hasWaited(reply)))!;

/** One that waited for a look leaves later than it was sent, as one that was planned does. */
const hasWaited = ({ id }: Asking): SQL =>
  sql`exists (select from ${reviews} as look where look.reply_id = ${id} and look.kind = 'approval')`;

const isOfTeammate = (reply: Asking): SQL =>
  and(
    eq(replies.threadId, reply.threadId),
    ne(replies.id, reply.id),
    ne(replies.authorId, reply.authorId),
    inArray(replies.origin, ["composer", "api"]),
    eq(replies.kind, "reply"),
    isNull(replies.calendarPart),
    inArray(replies.status, STANDING),
    sql`${replies.heldReason} is distinct from 'teammate'`,
    sql`${replies.acceptedAt} > ${knownAt(reply).toISOString()}`,
  )!;
