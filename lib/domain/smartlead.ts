/** How a connection to Smartlead stands. */
export const SMARTLEAD_STATES = ["new", "connected", "failing", "disconnected"] as const;
export type SmartleadState = (typeof SMARTLEAD_STATES)[number];

/** A: `/email-campaigns/send-email-thread`; B: `/campaigns/{id}/reply-email-thread`. */
export const SMARTLEAD_ENDPOINTS = ["a", "b"] as const;
export type SmartleadEndpoint = (typeof SMARTLEAD_ENDPOINTS)[number];

/** On whose behalf Smartlead is called: a person's calls go first, the sweep takes a fifth at most. */
export const SMARTLEAD_CALL_KINDS = ["person", "sync", "sweep"] as const;
export type SmartleadCallKind = (typeof SMARTLEAD_CALL_KINDS)[number];

export const SMARTLEAD_ROW_SOURCES = ["replies", "history", "campaigns", "mailboxes", "categories", "webhook"] as const;
export type SmartleadRowSource = (typeof SMARTLEAD_ROW_SOURCES)[number];

/** What is done here and carried over. */
export const SMARTLEAD_ACTIONS = [
  "category",
  "read_state",
  "note",
  "task",
  "reminder",
  "team_member",
  "pause",
  "resume",
  "unsubscribe",
  "block_domain",
  "forward",
] as const;
export type SmartleadAction = (typeof SMARTLEAD_ACTIONS)[number];

/**
 * What a thread that Smartlead sends for says of it. `isOpen`: the account takes replies. `areFilesReachable`: Smartlead can fetch attachments from here, as far as the app's address
 * tells. `handsOver`: it keeps scheduled replies until their time. `isPaused`: the campaign sends the lead nothing for now.
 */
export type SmartleadOfThread = { isOpen: boolean; areFilesReachable: boolean; handsOver: boolean; isPaused: boolean };
