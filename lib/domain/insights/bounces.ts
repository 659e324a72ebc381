import { ALL_KEY, type InsightCase } from "./insight-case";
import { campaignKey, mailboxKey } from "./replies";

/** A report that a message could not be delivered, on the day it came. Its share is of all messages that left in the span, campaign steps included. */
export type BounceReport = { threadId: number; at: number; campaign: number | null; mailboxId: string };

export const bounceCase = ({ threadId, at, campaign, mailboxId }: BounceReport): InsightCase => ({
  threadId,
  at,
  tookMs: null,
  keys: [ALL_KEY, campaignKey(campaign), mailboxKey(mailboxId)],
});
