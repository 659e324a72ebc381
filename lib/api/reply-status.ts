import type { ReplyStatusView } from "@/lib/services/replies/get-reply-status";
import { apiStatus } from "./api-status";

const HELD: Record<string, string> = {
  mailbox_disconnected: "Held: the mailbox is disabled",
  sync_stale: "Held: a mailbox of the lead could not be read since the reply was due",
  cap: "Held: the mailbox has sent its share for now",
  auth: "Held: the mail server refused the mailbox's password",
  smartlead: "Held: Smartlead is not connected, or refuses its key",
  late: "Held: it was due while nothing could be sent, and a person has to say whether it still should leave",
  teammate: "Held: a teammate has replied in the same thread, and its author has to say whether it still should leave",
};

const STATES: Record<ReplyStatusView["status"], string> = {
  awaiting_approval: "Waiting for approval",
  scheduled: "Will be sent at its time",
  queued: "In the queue",
  sending: "Being sent",
  sent: "Taken by the mail server",
  handed_over: "Held by Smartlead until its time; it can no longer be changed here",
  failed: "Could not be sent",
  unknown: "Nobody knows whether it was sent; it is not sent again by itself",
  cancelled: "Cancelled",
};

/** A reply's outcome as `GET /master-inbox/reply-status` answers it. */
export function replyStatusBody(reply: ReplyStatusView) {
  const message = (reply.heldReason && HELD[reply.heldReason]) ?? STATES[reply.status];
  return {
    ok: true,
    data: {
      message_id: reply.messageId,
      status: apiStatus(reply.status),
      status_message: reply.reason ? `${message}: ${reply.reason}` : message,
      event_time: reply.eventTime.toISOString(),
      scheduled_time: reply.scheduledTime?.toISOString() ?? null,
      email_stats_id: reply.emailStatsId,
    },
  };
}
