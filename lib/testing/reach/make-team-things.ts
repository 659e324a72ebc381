import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import {
  noteFiles,
  notifications,
  presences,
  replies,
  reviewComments,
  reviews,
  reviewVersions,
  tasks,
  threadNotes,
  uploads,
} from "@/lib/db/schema";
import { putFile } from "@/lib/storage/storage";
import type { MemberRow, MessageRow } from "../factories";
import type { Place } from "./reach-place";

/** Whose things they are, and who else had a hand in them. */
export type People = { member: MemberRow; colleague: MemberRow };

/** The ids of what a team says and does about a thread. */
export type TeamThings = {
  noteId: string;
  uploadId: string;
  taskId: string;
  notificationId: string;
  /** A colleague's reply that waits for a decision. */
  reviewId: string;
  /** The member's own, which was returned with a word. */
  returnedId: string;
  commentId: string;
  /** A message of a colleague's, of which the member has a sample. */
  sentMessageId: string;
  sampleId: string;
};

export const noTeamThings = (): TeamThings => ({
  noteId: newId(),
  uploadId: newId(),
  taskId: newId(),
  notificationId: newId(),
  reviewId: newId(),
  returnedId: newId(),
  commentId: newId(),
  sentMessageId: newId(),
  sampleId: newId(),
});

type Where = { place: Place; threadId: number; messages: MessageRow[]; people: People };
type ReplyValues = typeof replies.$inferInsert;

const AHEAD_MS = 86_400_000;

/** A note with a file, a task and a word of the machine's for the member, a colleague who has the thread open, and reviews of all kinds. */
export async function makeTeamThings(
  db: Database,
  where: Where,
  reply: Omit<ReplyValues, "authorId">,
): Promise<TeamThings> {
  const { place, threadId, people } = where;
  const { workspaceId, mark } = place;
  const { member, colleague } = people;
  const made = { workspaceId, threadId };
  const byMember = { ...made, createdById: member.id, assigneeId: member.id };
  const [task] = await db
    .insert(tasks)
    .values({ ...byMember, title: `Task ${mark}` })
    .returning();
  const told = { ...made, memberId: member.id, byId: colleague.id, kind: "task_given" as const, subjectId: task!.id };
  const [notification] = await db.insert(notifications).values(told).returning();
  // Ahead, so that it is still there however long the tests take.
  const seenAt = new Date(Date.now() + AHEAD_MS);
  const open = { ...made, memberId: colleague.id, windowId: newId(), state: "viewing" as const, seenAt };
  await db.insert(presences).values(open);
  return {
    ...(await makeNote(db, where)),
    taskId: task!.id,
    notificationId: notification!.id,
    ...(await makeReviews(db, where, reply)),
  };
}

async function makeNote(db: Database, { place, threadId, people: { member } }: Where) {
  const { workspaceId, mark } = place;
  const note = { workspaceId, threadId, authorId: member.id, text: `Note ${mark}`, createdAt: new Date() };
  const [{ id: noteId } = { id: "" }] = await db.insert(threadNotes).values(note).returning();
  const storageKey = `uploads/${newId()}`;
  await putFile(storageKey, Buffer.from(mark));
  const named = { fileName: `${mark}-note.txt`, contentType: "text/plain", sha256: newId() };
  const file = { ...named, workspaceId, memberId: member.id, size: mark.length, storageKey };
  const [{ id: uploadId } = { id: "" }] = await db.insert(uploads).values(file).returning();
  await db.insert(noteFiles).values({ noteId, uploadId });
  return { noteId, uploadId };
}

async function makeReviews(
  db: Database,
  { place: { workspaceId, mark }, threadId, messages, people: { member, colleague } }: Where,
  reply: Omit<ReplyValues, "authorId">,
) {
  const at = new Date();
  const [{ id: sentMessageId } = { id: "" }] = messages;
  const look = async (ofReply: Partial<ReplyValues>, ofReview: Pick<typeof reviews.$inferInsert, "kind" | "state">) => {
    const authorId = ofReview.state === "returned" ? member.id : colleague.id;
    const ids = { messageId: `${newId()}@acme.test`, statsId: newId() };
    const [row] = await db
      .insert(replies)
      .values({ ...reply, ...ids, authorId, ...ofReply })
      .returning();
    const values = { ...ofReview, workspaceId, threadId, authorId, replyId: row!.id, askedAt: at, waitingSince: at };
    const reviewerId = ofReview.kind === "sample" ? member.id : null;
    const [review] = await db
      .insert(reviews)
      .values({ ...values, reviewerId })
      .returning();
    const { subject, to, bodyHtml } = row!;
    const text = { subject, to, cc: [], bcc: [], bodyHtml, isPlain: false, attachments: [], scheduledAt: null };
    const version = { reviewId: review!.id, number: 1, writtenById: authorId, text, createdAt: at };
    await db.insert(reviewVersions).values(version);
    return review!.id;
  };
  const reviewId = await look({ status: "awaiting_approval" }, { kind: "approval", state: "waiting" });
  const returnedId = await look({ status: "cancelled", reason: "undone" }, { kind: "approval", state: "returned" });
  const sent = { status: "sent" as const, sentAt: at, sentMessageId };
  const sampleId = await look(sent, { kind: "sample", state: "open" });
  const word = { reviewId: returnedId, authorId: colleague.id, text: `Word ${mark}`, createdAt: at };
  const [comment] = await db.insert(reviewComments).values(word).returning();
  return { reviewId, returnedId, commentId: comment!.id, sentMessageId, sampleId };
}
