import { and, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { uploads } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "@/lib/services/context";
import { mailboxOf } from "@/lib/services/mailboxes/mailbox-of";
import { record } from "@/lib/services/record";
import type { OrderMailFilesInput } from "./schemas";

/**
 * Orders files of mail to be read into a mailbox, in the order in which they are named; a worker reads them, and `listPastMail`
 * says how it went. The files go once they are read.
 * @throws AppError `forbidden` for all but admins, `not_found`, also for a colleague's upload, `conflict` (`sandbox`, `mailbox_disabled`)
 */
export async function orderMailFiles({ actor, db }: Context, input: OrderMailFilesInput): Promise<OrderMailFilesInput> {
  may(actor, "import.run");
  return db.transaction(async (tx) => {
    const mailbox = await mailboxOf(tx, actor, input.mailboxId);
    if (mailbox.engine !== "smtp") throw new AppError("conflict", { reason: "sandbox" });
    if (mailbox.disabledAt) throw new AppError("conflict", { reason: "mailbox_disabled" });
    const uploadIds = [...new Set(input.uploadIds)];
    const isOwn = and(eq(uploads.workspaceId, actor.workspaceId), eq(uploads.memberId, actor.memberId));
    // What is read is deleted: no file of a message, and none that a reply or a note has.
    const isFree = sql`${uploads.storageKey} like 'uploads/%'
      and not exists (select from reply_attachments file where file.upload_id = ${uploads.id})
      and not exists (select from note_files file where file.upload_id = ${uploads.id})
      and not exists (select from uploads other where other.storage_key = ${uploads.storageKey} and other.id <> ${uploads.id})`;
    const isReady = and(isOwn, isFree, eq(uploads.isWhole, true), inArray(uploads.id, uploadIds));
    const there = await tx.$count(uploads, isReady);
    if (there < uploadIds.length) throw new AppError("not_found", { reason: "upload" });
    const data = { name: input.name, files: uploadIds.length };
    await record(tx, actor, "import.mail_ordered", { subjectId: mailbox.id, data });
    await enqueue(tx, JOBS.readMailFiles, { mailboxId: mailbox.id, name: input.name, uploadIds });
    return input;
  });
}
