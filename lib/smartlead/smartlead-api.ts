import type { SmartleadAction, SmartleadCallKind, SmartleadEndpoint } from "@/lib/domain/smartlead";

/** An email account, campaign and category as far as they are used here; ids are kept as texts. */
export type RemoteMailbox = { id: string; address: string; name: string; signatureHtml: string };
export type RemoteCampaign = { id: string; name: string; status: string; schedule: Record<string, unknown> | null };
export type RemoteCategory = { id: string; name: string; sentiment: string | null };

export type RemoteMessage = {
  type: "SENT" | "REPLY";
  /** Empty where Smartlead gives none. */
  statsId: string;
  /** Without angle brackets; null where Smartlead gives none. */
  messageId: string | null;
  /** An address, with its name where one came along; `to` holds several with commas between them. */
  from: string;
  to: string;
  cc: string[];
  bcc: string[];
  time: Date;
  subject: string;
  html: string;
  step: number | null;
  attachments: { url: string; name: string; type: string }[];
  raw: Record<string, unknown>;
};

/** A lead in a campaign, as a row of the master inbox. */
export type RemoteLead = {
  leadMapId: string;
  leadId: string;
  email: string;
  firstName: string;
  lastName: string;
  status: string;
  categoryId: string | null;
  campaignId: string;
  campaignName: string;
  mailboxId: string;
  lastReplyAt: Date | null;
  isUnread: boolean | null;
  teamMemberId: string | null;
  /** Oldest first; null where the row came without it. */
  history: RemoteMessage[] | null;
  /** The row as it came, without its history. */
  raw: Record<string, unknown>;
};

/** What could not be understood stands beside what could: it stops no page. */
export type BrokenRow = { raw: string; reason: string };
export type Page<Row> = {
  rows: Row[];
  broken: BrokenRow[];
  /** Fewer rows came than were asked for. */ isLast: boolean;
};

/** What of a reply travels in a call; addresses are plain, times ISO 8601 in UTC. */
export type RemoteReply = {
  campaignId: string;
  emailStatsId: string;
  emailBody: string;
  toEmail: string;
  toFirstName?: string;
  toLastName?: string;
  cc: string[];
  bcc: string[];
  scheduledTime?: string;
  scheduleCondition?: string;
  /** With angle brackets. */
  replyMessageId?: string;
  replyEmailBody?: string;
  replyEmailTime?: string;
  addSignature: boolean;
  seqType?: string;
  attachments: { file_url: string; file_name?: string; file_type?: string; file_size?: number }[];
};

/** How a call that sends ended. `unknown`: it may have been taken, so it is never repeated blindly. */
export type RemoteSendResult =
  | { kind: "accepted"; endpoint: SmartleadEndpoint; response: string }
  | { kind: "refused"; temporary: boolean; reason: SmartleadFault["reason"]; response: string; retryAt: Date | null }
  | { kind: "unknown"; response: string };

/**
 * Why a call gave nothing: a closed word. Never holds the key. `network`: the call never reached Smartlead; `timeout`: it did or may
 * have, and no answer came, so that it may have been carried out. `retryAt` as Smartlead told it (429).
 */
export class SmartleadFault extends Error {
  readonly reason: "auth" | "limit" | "network" | "timeout" | "server" | "not_found" | "refused" | "malformed";
  readonly response: string;
  readonly retryAt: Date | null;

  constructor(reason: SmartleadFault["reason"], response = "", retryAt: Date | null = null) {
    super(`smartlead: ${reason}`);
    this.name = "SmartleadFault";
    this.reason = reason;
    this.response = response;
    this.retryAt = retryAt;
  }
}

/** What is asked of a key's budget before each call, and told after it. */
export type Budget = {
  /** Waits for a turn. @throws the signal's reason; SmartleadFault `limit` when Smartlead has told to wait for longer than that */
  take(kind: SmartleadCallKind, signal?: AbortSignal): Promise<void>;
  heard(said: { limit?: number; remaining?: number; resetAt?: Date; blockedUntil?: Date }): Promise<void>;
};

type Call = { kind: SmartleadCallKind; signal?: AbortSignal };

/** Smartlead's API for one key. Each call takes its turn first. All but `sendThread` throw SmartleadFault. */
export interface SmartleadApi {
  listCampaigns(call: Call): Promise<Page<RemoteCampaign>>;
  listMailboxes(call: Call & { offset: number; limit?: number }): Promise<Page<RemoteMailbox>>;
  listCategories(call: Call): Promise<Page<RemoteCategory>>;
  /** `inbox-replies`, newest reply first. @param limit 1 to 20; `campaignIds` five at most */
  listReplies(
    call: Call & {
      offset: number;
      limit?: number;
      withHistory: boolean;
      campaignIds?: string[];
      between?: { from: Date; to: Date };
    },
  ): Promise<Page<RemoteLead>>;
  /** One lead's row, null where there is none. */
  findLead(call: Call & { leadMapId: string }): Promise<RemoteLead | null>;
  /** Oldest first, whatever the order they came in. */
  readHistory(call: Call & { campaignId: string; leadId: string; since?: Date }): Promise<Page<RemoteMessage>>;
  /** Smartlead's word for a reply's outcome ("COMPLETED"), null where it knows none. */
  findReplyStatus(call: Call & { messageId: string }): Promise<{ status: string; messageId: string } | null>;
  /** `onTurn` is waited for once its turn has come, before anything is sent: the place of the mark. What it throws is thrown. */
  sendThread(
    call: Call & {
      endpoint: SmartleadEndpoint | "auto";
      found: SmartleadEndpoint | null;
      reply: RemoteReply;
      onTurn?: () => Promise<void>;
    },
  ): Promise<RemoteSendResult>;
  /** The payload has the names of Smartlead's own fields, `campaign_id` and `lead_id` for the path among them. `onTurn` as above. */
  act(
    call: Call & { action: SmartleadAction; payload: Record<string, unknown>; onTurn?: () => Promise<void> },
  ): Promise<void>;
}
