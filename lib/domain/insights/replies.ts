import { personKey } from "./answers";
import { ALL_KEY, type InsightCase, keysOfGroup, NONE_KEY } from "./insight-case";

export const POSITIVE_KEY = "positive";

/**
 * A lead who replied: a thread in which the lead wrote in the span, once however often; what is automatic is left out. It is positive
 * when the thread's category is a positive one now. It counts for the thread's campaign, mailbox and owner.
 */
export type Reply = {
  threadId: number;
  firstAt: number;
  campaign: number | null;
  mailboxId: string;
  ownerId: string | null;
  isPositive: boolean;
};

export const campaignKey = (number: number | null): string => `campaign:${number ?? NONE_KEY}`;
export const mailboxKey = (id: string): string => `mailbox:${id}`;

export function replyCase({ threadId, firstAt, campaign, mailboxId, ownerId, isPositive }: Reply): InsightCase {
  const groups = [campaignKey(campaign), mailboxKey(mailboxId), personKey(ownerId)];
  return {
    threadId,
    at: firstAt,
    tookMs: null,
    keys: [
      ALL_KEY,
      ...(isPositive ? [POSITIVE_KEY] : []),
      ...groups.flatMap((group) => keysOfGroup(group, POSITIVE_KEY, isPositive)),
    ],
  };
}
