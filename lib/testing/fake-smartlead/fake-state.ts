import { randomBytes, randomUUID } from "node:crypto";

export type FakeCampaign = { id: number; name: string; status: string };
export type FakeAccount = { id: number; from_name: string; from_email: string; signature: string | null };
export type FakeAttachment = { file_url: string; file_name?: string; file_type?: string; file_size?: number };
export type FakeMessage = {
  type: "SENT" | "REPLY";
  stats_id: string;
  message_id: string;
  from: string;
  to: string;
  cc?: string;
  bcc?: string;
  time: string;
  subject?: string;
  email_body: string;
  email_seq_number?: string;
  open_count?: number;
  click_count?: number;
  attachments?: FakeAttachment[];
};
export type FakeLead = {
  mapId: string;
  leadId: string;
  campaign: FakeCampaign;
  account: FakeAccount;
  email: string;
  firstName: string | null;
  lastName: string | null;
  status: string;
  categoryId: number | null;
  teamMemberId: number | null;
  isUnread: boolean;
  revenue: string;
  history: FakeMessage[];
  /** In ms since 1970; null while nobody has answered. */
  lastReplyAt: number | null;
  /** What is put over its row in the master inbox: fields that are broken, or that nobody has heard of. */
  overlay: Record<string, unknown>;
};
/** A reply that was taken from a caller. */
export type FakeReply = {
  endpoint: "a" | "b";
  /** As it came. */
  body: Record<string, unknown>;
  lead: FakeLead;
  messageId: string;
  statsId: string;
  at: Date;
  scheduledTime: string | null;
  status: "SCHEDULED" | "COMPLETED";
  message: FakeMessage;
  /** What lay under each `file_url`, with `fetchesFiles`. */
  files: { status: number; type: string; content: Buffer }[];
};
export type FakeCategory = { id: number; name: string; sentiment_type: string | null; created_at: string };

const DEFAULT_CATEGORIES: [string, string | null][] = [
  ["Interested", "positive"],
  ["Meeting Request", "positive"],
  ["Not Interested", "negative"],
  ["Do Not Contact", "negative"],
  ["Information Request", "positive"],
  ["Out Of Office", "neutral"],
  ["Wrong Person", "negative"],
  ["Uncategorizable by Ai", "neutral"],
  ["Sender Originated Bounce", null],
];

export type FakeState = ReturnType<typeof fakeState>;

/** What an account at Smartlead holds. `leads` is kept by `email_lead_map_id`. */
export function fakeState({ firstId = 1000 + Math.floor(Math.random() * 1_000_000) * 1000 } = {}) {
  let counter = firstId;
  return {
    nextId: () => ++counter,
    campaigns: [] as FakeCampaign[],
    accounts: [] as FakeAccount[],
    categories: DEFAULT_CATEGORIES.map(([name, sentiment_type], at) => ({
      id: at + 1,
      name,
      sentiment_type,
      created_at: "2024-01-01T00:00:00.000Z",
    })) as FakeCategory[],
    leads: new Map<string, FakeLead>(),
    /** By their stats ids, whatever the message. */
    byStatsId: new Map<string, FakeLead>(),
    replies: [] as FakeReply[],
    /** Rows that stand in the lists as they are. */
    brokenRows: { replies: [] as unknown[], campaigns: [] as unknown[], mailboxes: [] as unknown[] },
    blockedDomains: [] as string[],
  };
}

export type MessageInput = Partial<Omit<FakeMessage, "type" | "time">> & { time?: Date };

/** Adds what was sent to a lead in a sequence, or what the lead has answered; an answer shares the stats id of what it answers. */
export function addMessage(
  state: FakeState,
  lead: FakeLead,
  type: "SENT" | "REPLY",
  input: MessageInput = {},
): FakeMessage {
  const { time = new Date(), ...given } = input;
  const former = lead.history.at(-1);
  const statsId = given.stats_id ?? (type === "REPLY" ? former?.stats_id : undefined) ?? randomUUID();
  const isOurs = type === "SENT";
  const step = lead.history.filter((each) => each.email_seq_number !== undefined).length + 1;
  const message: FakeMessage = {
    type,
    stats_id: statsId,
    message_id: newMessageId(statsId, isOurs ? lead.account.from_email : lead.email),
    from: isOurs ? lead.account.from_email : lead.email,
    to: isOurs ? lead.email : lead.account.from_email,
    time: time.toISOString(),
    email_body: isOurs ? "<p>Hello, may I ask you something?</p>" : "<p>Thanks, tell me more.</p>",
    ...(isOurs
      ? { subject: "A question about Acme", email_seq_number: String(step), open_count: 0, click_count: 0 }
      : {}),
    ...given,
  };
  lead.history.push(message);
  state.byStatsId.set(statsId, lead);
  if (!isOurs) {
    lead.lastReplyAt = Math.max(lead.lastReplyAt ?? 0, time.getTime());
    lead.isUnread = true;
  }
  return message;
}

/** Message-IDs of Smartlead: the stats id, something more, and the domain of whoever writes. */
export const newMessageId = (statsId: string, address: string): string =>
  `<${statsId}-${randomBytes(4).toString("hex")}@${address.split("@")[1] ?? "smartlead.test"}>`;

export type LeadInput = {
  campaign: FakeCampaign;
  account: FakeAccount;
  email?: string;
  firstName?: string | null;
  lastName?: string | null;
  categoryId?: number | null;
};

export function addLead(state: FakeState, { campaign, account, ...input }: LeadInput): FakeLead {
  const mapId = String(state.nextId());
  const lead: FakeLead = {
    mapId,
    leadId: String(state.nextId()),
    campaign,
    account,
    email: input.email ?? `ana-${mapId}@lead.test`,
    firstName: input.firstName === undefined ? "Ana" : input.firstName,
    lastName: input.lastName === undefined ? "Berg" : input.lastName,
    status: "INPROGRESS",
    categoryId: input.categoryId ?? null,
    teamMemberId: null,
    isUnread: false,
    revenue: "0.00",
    history: [],
    lastReplyAt: null,
    overlay: {},
  };
  state.leads.set(mapId, lead);
  return lead;
}
