import { createHmac, randomUUID } from "node:crypto";
import type { FakeLead, FakeMessage } from "./fake-state";

export type WebhookTarget = {
  url: string;
  /** Stands in each body as `secret_key`. */
  secretKey?: string;
  /** Signs each body. */
  signingSecret?: string;
  /** Each delivery comes with an `X-Request-Id`. */
  hasRequestId?: boolean;
  /** Sent at once; otherwise they wait for `flush`. */
  isImmediate?: boolean;
};
export type Delivery = { headers: Record<string, string>; body: string; event: Record<string, unknown> };

/** Webhooks that are waiting; they can be sent twice and in any order, as the real ones are. */
export function fakeWebhooks() {
  let target: WebhookTarget | null = null;
  const waiting: Delivery[] = [];
  const statuses: number[] = [];

  const send = async (url: string, { headers, body }: Delivery) => {
    const response = await fetch(url, { method: "POST", headers, body });
    await response.arrayBuffer();
    statuses.push(response.status);
  };
  return {
    waiting,
    /** What the deliveries were answered, in order. */
    statuses,
    sendTo: (to: WebhookTarget | null) => void (target = to),
    add(event: Record<string, unknown>): Promise<void> {
      if (!target) return Promise.resolve();
      const delivery = deliveryOf(event, target);
      if (target.isImmediate) return send(target.url, delivery);
      waiting.push(delivery);
      return Promise.resolve();
    },
    /** Sends what waits. `doubled`: each twice; `shuffled`: the newest first. */
    async flush({ doubled = false, shuffled = false } = {}): Promise<number> {
      if (!target) return 0;
      const list = waiting.splice(0).flatMap((each) => (doubled ? [each, each] : [each]));
      for (const each of shuffled ? list.toReversed() : list) await send(target.url, each);
      return list.length;
    },
  };
}

function deliveryOf(
  event: Record<string, unknown>,
  { secretKey, signingSecret, hasRequestId }: WebhookTarget,
): Delivery {
  const body = JSON.stringify({ ...event, ...(secretKey === undefined ? {} : { secret_key: secretKey }) });
  const headers = {
    "content-type": "application/json",
    ...(hasRequestId ? { "x-request-id": randomUUID() } : {}),
    ...(signingSecret === undefined
      ? {}
      : { "x-smartlead-signature": `sha256=${createHmac("sha256", signingSecret).update(body).digest("hex")}` }),
  };
  return { headers, body, event };
}

/** EMAIL_REPLY: `from_email` is the mailbox and `to_email` whoever answered, against what the words say. */
export function replyEvent(lead: FakeLead, reply: FakeMessage, sent: FakeMessage | undefined): Record<string, unknown> {
  const told = (message: FakeMessage) => ({
    message_id: message.message_id,
    html: message.email_body,
    text: message.email_body.replace(/<[^>]*>/g, ""),
    time: message.time,
  });
  return {
    ...eventBase("EMAIL_REPLY", lead),
    sequence_number: Number(sent?.email_seq_number ?? 1),
    stats_id: reply.stats_id,
    from_email: lead.account.from_email,
    to_email: reply.from,
    to_name: `${lead.firstName ?? ""} ${lead.lastName ?? ""}`.trim(),
    cc_emails: reply.cc ? reply.cc.split(",").map((each) => each.trim()) : [],
    subject: reply.subject ?? `Re: ${sent?.subject ?? ""}`,
    event_timestamp: reply.time,
    sent_message: sent ? told(sent) : null,
    reply_message: told(reply),
    preview_text: reply.email_body.replace(/<[^>]*>/g, "").slice(0, 80),
    reply_category: lead.categoryId,
    leadCorrespondence: {
      targetLeadEmail: lead.email,
      replyReceivedFrom: reply.from,
      repliedCompanyDomain: reply.from.split("@")[1] === lead.email.split("@")[1] ? "SameCompany" : "DifferentCompany",
    },
  };
}

/** Any other event about a lead. */
export function leadEvent(type: string, lead: FakeLead, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...eventBase(type, lead),
    stats_id: lead.history.at(-1)?.stats_id ?? null,
    from_email: lead.account.from_email,
    to_email: lead.email,
    event_timestamp: new Date().toISOString(),
    ...more,
  };
}

const eventBase = (type: string, lead: FakeLead) => ({
  webhook_id: 4711,
  webhook_name: "Threadwell",
  event_type: type,
  client_id: null,
  campaign_status: lead.campaign.status,
  campaign_name: lead.campaign.name,
  campaign_id: lead.campaign.id,
  sl_email_lead_id: lead.leadId,
  sl_email_lead_map_id: lead.mapId,
  sl_lead_email: lead.email,
});
