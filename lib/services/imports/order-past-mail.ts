import { AppError } from "@/lib/core/errors";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "@/lib/services/context";
import { mailboxOf } from "@/lib/services/mailboxes/mailbox-of";
import { record } from "@/lib/services/record";
import type { OrderPastMailInput } from "./schemas";

/**
 * Orders the last days of a mailbox from its server; a worker reads them, and `listPastMail` says how it went.
 * @throws AppError `forbidden` for all but admins, `not_found`, `conflict` (`sandbox`, `mailbox_disabled`)
 */
export async function orderPastMail({ actor, db }: Context, input: OrderPastMailInput): Promise<OrderPastMailInput> {
  may(actor, "import.run");
  return db.transaction(async (tx) => {
    const mailbox = await mailboxOf(tx, actor, input.mailboxId);
    if (mailbox.engine !== "smtp") throw new AppError("conflict", { reason: "sandbox" });
    if (mailbox.disabledAt) throw new AppError("conflict", { reason: "mailbox_disabled" });
    await record(tx, actor, "import.mail_ordered", { subjectId: mailbox.id, data: { days: input.days } });
    await enqueue(tx, JOBS.readPastMail, input);
    return input;
  });
}
