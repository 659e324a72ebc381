import { z } from "zod";
import { REPLY_STATUSES } from "@/lib/domain/reply-state";
import { API_STATUSES } from "./api-status";

/** What the API answers, as schemas and as examples of the document. */

export const AcceptedReplyBody = z.strictObject({
  success: z.literal(true),
  message: z.string().meta({ description: "Always the same sentence" }),
  replyId: z.uuid().meta({ description: "The reply's id in the outbox" }),
  messageId: z.string().meta({ description: "Message-ID with angle brackets; asks for the outcome from now on" }),
  status: z.enum(REPLY_STATUSES).meta({ description: "scheduled for a time ahead, queued for now" }),
  scheduledTime: z.iso.datetime().nullable().meta({ description: "When it leaves, in UTC; null = now" }),
});

export const ReplyStatusBody = z.strictObject({
  ok: z.literal(true),
  data: z.strictObject({
    message_id: z.string().meta({ description: "Message-ID with angle brackets" }),
    status: z.enum(API_STATUSES).meta({
      description: "COMPLETED: the mail server took it. UNKNOWN: it may have left, and is not sent again by itself",
    }),
    status_message: z.string().meta({ description: "The same in words, with the reason if there is one" }),
    event_time: z.iso.datetime().meta({ description: "When it was sent, else handed over, else accepted; in UTC" }),
    scheduled_time: z.iso.datetime().nullable().meta({ description: "The chosen time in UTC; null = none" }),
    email_stats_id: z.string().meta({ description: "Stats id of the reply itself" }),
  }),
});

export const BadRequestBody = z.object({
  statusCode: z.int(),
  error: z.string(),
  message: z.string().meta({ description: "What is wrong, field by field" }),
  validation: z
    .object({ source: z.enum(["payload", "query"]), keys: z.array(z.string()) })
    .optional()
    .meta({ description: "The fields that were refused" }),
});

export const RateLimitedBody = z.object({
  error: z.object({
    code: z.literal("RATE_LIMIT_EXCEEDED"),
    message: z.string(),
    retry_after: z.int().meta({ description: "Seconds to wait" }),
  }),
});

const MESSAGE_ID = "<k3v9q0t1xw7c-5f0a1be2c377@seller.test>";

export const EXAMPLES = {
  send: {
    campaignId: 12345,
    emailStatsId: "abc-123",
    emailBody: "Thanks for your interest! Let me know if you have any questions.",
    addSignature: true,
  },
  reply: {
    email_stats_id: "abc-123",
    email_body: "Thanks for your interest! Let me know if you have any questions.",
    add_signature: true,
  },
  text: "Email added to the queue, will be sent out soon!",
  accepted: {
    success: true,
    message: "Email added to the queue, will be sent out soon!",
    replyId: "0199a3f0-6b1c-7c52-9d0e-3f4f6a1f7a10",
    messageId: MESSAGE_ID,
    status: "queued",
    scheduledTime: null,
  },
  status: {
    ok: true,
    data: {
      message_id: MESSAGE_ID,
      status: "COMPLETED",
      status_message: "Taken by the mail server",
      event_time: "2026-11-19T06:10:04.120Z",
      scheduled_time: "2026-11-19T06:10:00.000Z",
      email_stats_id: "k3v9q0t1xw7c",
    },
  },
} as const;
