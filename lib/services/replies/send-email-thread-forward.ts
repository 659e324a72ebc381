import { AppError } from "@/lib/core/errors";
import { sameAddress } from "@/lib/domain/address";
import type { SendEmailThreadInput } from "./schemas";
import type { Recipients } from "./send-email-thread-recipients";
import type { ReplyTarget } from "./send-email-thread-target";

/**
 * What a forward has to be: it goes to whom it names, never to the lead by default, and waits for nobody's answer.
 * @throws AppError `invalid` with toEmail or scheduleCondition
 */
export function requireForward({ toEmail, scheduleCondition }: SendEmailThreadInput): void {
  if (toEmail === undefined) throw new AppError("invalid", { fields: [{ path: "toEmail", reason: "empty" }] });
  if (scheduleCondition === "if_no_reply")
    throw new AppError("invalid", { fields: [{ path: "scheduleCondition", reason: "of_a_reply" }] });
}

/**
 * The thread that keeps a forward, and its lead where the forward goes to the lead: nobody else's wish is asked about. A stranger
 * does not become a lead by it.
 * @throws AppError `unprocessable` (forwarded_by_smartlead) where Smartlead forwards itself
 */
export function forwardTarget({ thread, mailbox, lead }: ReplyTarget, { to, cc, bcc }: Recipients) {
  if (thread.engine === "smartlead" || mailbox.engine === "smartlead")
    throw new AppError("unprocessable", { reason: "forwarded_by_smartlead" });
  const isNamed = lead && [...to, ...cc, ...bcc].some(({ address }) => sameAddress(address, lead.email));
  return { thread, lead: isNamed ? lead : null };
}
