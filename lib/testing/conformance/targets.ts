import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, messages, replies, replyAttachments } from "@/lib/db/schema";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { startFakeSmartlead } from "../fake-smartlead/start-fake-smartlead";
import { contextOf, makeWorld, type World } from "../factories";
import type { startOwnApi } from "./own-api-server";
import type { KnownThread, TakenReply } from "./send-thread-cases";

/** A server that takes replies. */
export type Target = {
  url: string;
  key: string;
  allow: string[];
  known: KnownThread | null;
  /** The last reply that was taken; null where nobody can look. */
  lastTaken: (() => Promise<TakenReply>) | null;
  /** Between two calls, where the rate is not ours to choose. */
  paceMs?: number;
  stop: () => Promise<void>;
};

/** This app's own endpoint, with a thread of a fresh workspace. */
export async function ownTarget(own: Awaited<ReturnType<typeof startOwnApi>>, db: Database): Promise<Target> {
  const world = await makeWorld(db);
  await db.update(campaigns).set({ number: 12345 }).where(eq(campaigns.id, world.campaign.id));
  const [parent] = await db.select().from(messages).where(eq(messages.id, world.messages[1]!.id));
  const { secret: key } = await createApiKey(contextOf(world.member, db), { name: "conformance" });
  return {
    url: own.url,
    key,
    allow: [own.allow],
    known: {
      campaignId: 12345,
      statsId: parent!.statsId,
      messageId: `<${parent!.messageId}>`,
      leadEmail: world.lead.email,
    },
    lastTaken: () => lastInOutbox(db, world),
    stop: own.stop,
  };
}

async function lastInOutbox(db: Database, { workspaceId }: World): Promise<TakenReply> {
  const rows = await db.select().from(replies).where(eq(replies.workspaceId, workspaceId)).orderBy(asc(replies.id));
  const reply = rows.toSorted((a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime()).at(-1)!;
  const files = await db
    .select()
    .from(replyAttachments)
    .where(eq(replyAttachments.replyId, reply.id))
    .orderBy(asc(replyAttachments.position));
  return {
    text: reply.bodyHtml.replace(/<[^>]*>/g, ""),
    toEmail: reply.to[0]!.address,
    cc: reply.cc.map(({ address }) => address),
    bcc: reply.bcc.map(({ address }) => address),
    scheduledTime: reply.scheduledAt?.toISOString() ?? null,
    addSignature: reply.addSignature,
    seqType: reply.seqType,
    replyEmailBody: reply.replyEmailBody,
    files: files.map(({ fileUrl, fileName }) => ({ file_url: fileUrl!, file_name: fileName })),
  };
}

export async function fakeTarget(): Promise<Target> {
  const fake = await startFakeSmartlead();
  const lead = fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount() });
  const answer = await fake.receive(lead);
  return {
    url: fake.url,
    key: fake.key,
    allow: [fake.allow],
    known: {
      campaignId: lead.campaign.id,
      statsId: answer.stats_id,
      messageId: answer.message_id,
      leadEmail: lead.email,
    },
    lastTaken: async () => {
      const { body, message, endpoint, scheduledTime } = fake.replies.at(-1)!;
      const get = (a: string, b: string) => body[endpoint === "a" ? a : b];
      const listed = (text = "") => text.split(",").flatMap((each) => each.trim() || []);
      return {
        text: message.email_body.replace(/<[^>]*>/g, ""),
        toEmail: message.to,
        cc: listed(message.cc),
        bcc: listed(message.bcc),
        scheduledTime: scheduledTime === null ? null : new Date(scheduledTime).toISOString(),
        addSignature: get("addSignature", "add_signature") === true,
        seqType: (get("seqType", "seq_type") ?? null) as string | null,
        replyEmailBody: (get("replyEmailBody", "reply_email_body") ?? null) as string | null,
        files: (message.attachments ?? []).map(({ file_url, file_name = "" }) => ({ file_url, file_name })),
      };
    },
    stop: fake.stop,
  };
}

/** The thread of the real service that may really be answered. */
export function realThread(): KnownThread | null {
  const { SMARTLEAD_CAMPAIGN_FOR_TESTS: campaign, SMARTLEAD_STATS_ID_FOR_TESTS: statsId } = process.env;
  const { SMARTLEAD_LEAD_FOR_TESTS: leadEmail, SMARTLEAD_MESSAGE_ID_FOR_TESTS: messageId } = process.env;
  if (!campaign || !statsId || !leadEmail || !messageId) return null;
  return { campaignId: Number(campaign), statsId, messageId, leadEmail };
}

/** The real service; `known` null: nobody has given a thread that may be answered. */
export function realTarget(key: string, known: KnownThread | null): Target {
  return {
    url: process.env.SMARTLEAD_BASE_URL ?? "https://server.smartlead.ai/api/v1",
    key,
    allow: [],
    known,
    lastTaken: null,
    paceMs: 1100,
    stop: async () => undefined,
  };
}
