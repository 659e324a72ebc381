import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import { formatParty } from "@/lib/domain/address";
import type { Party } from "@/lib/domain/party";
import { requireUnblocked } from "@/lib/services/replies/require-unblocked";
import { recipientsOf } from "@/lib/services/replies/send-email-thread-recipients";
import { writeAnew } from "@/lib/services/replies/write-anew";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import type { ApproveReviewInput } from "./schemas";

/**
 * Other words, recipients or subject for a waiting reply that the caller holds; what is absent stays.
 * @returns the reply as it is now
 * @throws AppError `invalid` with the fields, `unprocessable` (blocked)
 */
export async function editReply(
  tx: Database,
  actor: Actor,
  reply: ReplyRow,
  edits: NonNullable<ApproveReviewInput["edits"]>,
): Promise<ReplyRow> {
  const { subject, bodyHtml, to, cc, bcc } = edits;
  const recipients = recipientsOf(
    { toEmail: to ?? listOf(reply.to), cc: cc ?? listOf(reply.cc), bcc: bcc ?? listOf(reply.bcc) },
    reply.to[0]!,
  );
  await requireUnblocked(tx, actor, recipients);
  if (bodyHtml !== undefined) await writeAnew(tx, actor, reply, bodyHtml);
  const [now] = await tx
    .update(replies)
    .set({ ...recipients, ...(subject === undefined ? {} : { subject }) })
    .where(eq(replies.id, reply.id))
    .returning();
  return now!;
}

const listOf = (parties: Party[]): string => parties.map(formatParty).join(", ");
