import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { followReply } from "../follow-ups/follow-reply";
import { announceReply, type ReplyRow } from "./reply-row";

/**
 * Where a reply turned up that nobody knew the outcome of: a copy that was just found in the Sent folder, one that is stored already, an
 * answer to it, or a bounce of it.
 */
export type Evidence = "sent_folder" | "stored_copy" | "answer" | "bounce";

/** Evidence says that a reply did leave: it is sent since its mark. The caller holds its thread. */
export async function proveSent(tx: Database, { id, markedAt, dueAt }: ReplyRow, evidence: Evidence): Promise<void> {
  const leftAt = markedAt ?? dueAt;
  const [reply] = await tx
    .update(replies)
    .set({
      status: "sent",
      sentAt: leftAt,
      claimedUntil: null,
      ...(evidence === "sent_folder" ? { filedAt: leftAt } : {}),
    })
    .where(eq(replies.id, id))
    .returning();
  await enqueue(tx, JOBS.fileSentCopy, { replyId: id });
  await announceReply(tx, reply!, "reply.sent", { data: { evidence } });
  await followReply(tx, reply!, { leftAt, at: leftAt });
}
