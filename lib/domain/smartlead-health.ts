import type { SmartleadCallKind, SmartleadEndpoint, SmartleadRowSource, SmartleadState } from "./smartlead";

/** How an account at Smartlead stands, as its settings show it. Times are ISO 8601. */
export type SmartleadHealth = {
  id: string;
  /** The key's last four characters. */
  keyHint: string;
  state: SmartleadState;
  /** While `failing`: "auth", "network", "limit" or "server", and Smartlead's own words. */
  stateReason: string | null;
  stateDetail: string | null;
  stateSince: string;
  nextAttemptAt: string | null;
  endpoint: SmartleadEndpoint | "auto";
  foundEndpoint: SmartleadEndpoint | null;
  handsOver: boolean;
  hasSigningSecret: boolean;
  /** Null once disconnected. */
  webhookUrl: string | null;
  campaigns: { id: string; remoteId: string; name: string; status: string; isChosen: boolean }[];
  mailboxes: number;
  /** Leads that are stored, and replies that there are; null until they were counted. */
  leads: number;
  repliesFound: number | null;
  /** Replies that the first sync has read. */
  firstSync: { read: number; finishedAt: string | null };
  lastPolledAt: string | null;
  brokenRows: number;
  /** Replies that have not left yet and would leave through it. */
  waitingReplies: number;
  /** Replies that Smartlead holds until their time: it sends them whether it is connected or not. */
  handedOver: number;
  budget: {
    perTwoSeconds: number;
    perMinute: number;
    /** Calls of the last minute. */
    used: Record<SmartleadCallKind, number>;
    left: number;
    /** Smartlead has told us to wait. */
    blockedUntil: string | null;
  } | null;
  disconnectedAt: string | null;
};

/** What Smartlead sent and nobody could read. */
export type SmartleadBrokenRow = {
  id: string;
  source: SmartleadRowSource;
  raw: string;
  /** Where it is wrong: paths of fields. */
  reason: string;
  firstSeenAt: string;
  lastSeenAt: string;
  times: number;
};
