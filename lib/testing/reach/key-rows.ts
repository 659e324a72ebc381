import type { ApiScope } from "@/lib/domain/api-scope";
import type { Thing } from "./make-thing";

type Call = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };

/**
 * What a route that is asked with an API key is asked of a thing, and which scope of the key that needs. `lists`: it tells of what is
 * in sight, if of nothing; else what is out of sight is not found.
 */
export type KeyRow = { scope: ApiScope; method: "GET" | "POST"; of: (thing: Thing) => Call; lists?: true };

const text = "<p>Yes</p>";

/** A new route for keys fails until it stands here. */
export const KEY_ROWS: Record<string, KeyRow> = {
  "app/api/sandbox/deliveries": {
    scope: "sandbox.read",
    method: "GET",
    of: ({ replyRfcId }) => ({ query: { message_id: `<${replyRfcId}>` } }),
    lists: true,
  },
  "app/api/v1/campaigns/[campaignId]/reply-email-thread": {
    scope: "reply.send",
    method: "POST",
    of: ({ campaign, statsId }) => ({
      params: { campaignId: String(campaign) },
      body: { email_stats_id: statsId, email_body: text },
    }),
  },
  "app/api/v1/email-campaigns/send-email-thread": {
    scope: "reply.send",
    method: "POST",
    of: ({ campaign, statsId, rfcId, threadId }) => ({
      body: {
        campaignId: campaign,
        emailStatsId: statsId,
        replyMessageId: `<${rfcId}>`,
        id: threadId,
        emailBody: text,
      },
    }),
  },
  "app/api/v1/master-inbox/reply-status": {
    scope: "reply.read",
    method: "GET",
    of: ({ replyRfcId }) => ({ query: { message_id: `<${replyRfcId}>` } }),
  },
};
