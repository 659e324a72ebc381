import type { SmartleadCallKind, SmartleadEndpoint, SmartleadRowSource, SmartleadState } from "./smartlead";

/** An account at Smartlead as its page shows it: never its key. Times are ISO 8601 in UTC. */
export type SmartleadView = {
  id: string;
  /** The last four characters of its key. */
  keyHint: string;
  state: SmartleadState;
  /** A closed word ("auth", "network", "limit", "server") while it fails. */
  stateReason: string | null;
  stateDetail: string | null;
  stateSince: string;
  nextAttemptAt: string | null;
  endpoint: SmartleadEndpoint | "auto";
  /** What `auto` has found. */
  foundEndpoint: SmartleadEndpoint | null;
  handsOver: boolean;
  hasSigningSecret: boolean;
  /** Where Smartlead is to send its webhooks; null once disconnected. */
  webhookUrl: string | null;
  mailboxes: number;
  threads: number;
  campaigns: { id: string; name: string; status: string; isChosen: boolean }[];
  /** Leads with an answer that the first sync has read, of how many; `found` is null until that is known. */
  firstSync: { read: number; found: number | null; finishedAt: string | null };
  lastPolledAt: string | null;
  waitingReplies: number;
  /** Calls of the last minute by whom they were for, and how many are left; null once disconnected. */
  budget: {
    perMinute: number;
    used: Record<SmartleadCallKind, number>;
    left: number;
    blockedUntil: string | null;
  } | null;
  brokenRows: SmartleadBrokenRow[];
};

/** What came and could not be understood, as it came. */
export type SmartleadBrokenRow = {
  id: string;
  source: SmartleadRowSource;
  reason: string;
  raw: string;
  times: number;
  lastSeenAt: string;
};
