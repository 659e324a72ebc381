import { z } from "zod";

type JobOptions = { retryLimit?: number; retryBackoff?: boolean; retryDelay?: number; expireInSeconds?: number };
export type JobDefinition<Name extends string = string, Data extends z.ZodType = z.ZodType> = {
  name: Name;
  data: Data;
  options: JobOptions;
};

function job<Name extends string, Data extends z.ZodType>(
  name: Name,
  data: Data,
  options: JobOptions = {},
): JobDefinition<Name, Data> {
  return { name, data, options };
}

/** Orders to the worker. A job carries ids only; its handler reads the row, so that an order that came late finds the truth. */
export const JOBS = {
  /** Try to send a reply that is due. The reply's row decides; a job too many does nothing. */
  sendReply: job("send-reply", z.strictObject({ replyId: z.uuid() }), {
    retryLimit: 3,
    retryDelay: 5,
    expireInSeconds: 300,
  }),
  /** Bring a thread back whose reminder is due. The reminder's row decides. */
  fireReminder: job("fire-reminder", z.strictObject({ reminderId: z.uuid() }), {
    retryLimit: 3,
    retryDelay: 5,
    expireInSeconds: 60,
  }),
  /** File a copy of a sent reply in the mailbox's Sent folder. */
  fileSentCopy: job("file-sent-copy", z.strictObject({ replyId: z.uuid() }), {
    retryLimit: 8,
    retryBackoff: true,
    retryDelay: 15,
    expireInSeconds: 120,
  }),
  /** Try both servers of a mailbox, step by step. */
  testMailbox: job("test-mailbox", z.strictObject({ testId: z.uuid() }), { retryLimit: 0, expireInSeconds: 180 }),
  /** Read the last days of a mailbox from its server. What is stored already adds nothing, so that it may be begun again. */
  readPastMail: job("read-past-mail", z.strictObject({ mailboxId: z.uuid(), days: z.number().int().positive() }), {
    retryLimit: 2,
    retryDelay: 60,
    expireInSeconds: 6 * 3600,
  }),
  /** Read uploaded files of mail into a mailbox. What is stored already adds nothing, so that it may be begun again. */
  readMailFiles: job(
    "read-mail-files",
    z.strictObject({ mailboxId: z.uuid(), name: z.string(), uploadIds: z.array(z.uuid()) }),
    // Each restart of the worker takes one.
    { retryLimit: 20, retryDelay: 60, expireInSeconds: 6 * 3600 },
  ),
  /** Ask what a key of Smartlead's opens. */
  discoverSmartlead: job("discover-smartlead", z.strictObject({ connectionId: z.uuid() }), {
    retryLimit: 3,
    retryBackoff: true,
    retryDelay: 10,
    expireInSeconds: 900,
  }),
  /** Read again what a webhook is about; `look` counts from 1, since a history lags behind. */
  readSmartleadWebhook: job(
    "read-smartlead-webhook",
    z.strictObject({ webhookId: z.uuid(), look: z.number().int().positive() }),
    { retryLimit: 5, retryBackoff: true, retryDelay: 10, expireInSeconds: 300 },
  ),
  /** Carry over to Smartlead what was done here with a thread, or with the whole account (null). Actions wait in their rows. */
  carrySmartleadActions: job(
    "carry-smartlead-actions",
    z.strictObject({ connectionId: z.uuid(), threadId: z.number().int().nullable() }),
    { retryLimit: 2, retryDelay: 3, expireInSeconds: 300 },
  ),
  /** Send the mail with an invitation's link: `hash` says which link it was written for, `sealed` holds its words, encrypted. */
  sendInvitation: job(
    "send-invitation",
    z.strictObject({ invitationId: z.uuid(), hash: z.string(), sealed: z.string() }),
    { retryLimit: 4, retryBackoff: true, retryDelay: 15, expireInSeconds: 180 },
  ),
  /** A sandbox lead answers a reply that was delivered to it. */
  sandboxAnswer: job("sandbox-answer", z.strictObject({ deliveryId: z.uuid() }), {
    retryLimit: 3,
    retryDelay: 2,
    expireInSeconds: 60,
  }),
} as const;

export const ALL_JOBS: JobDefinition[] = Object.values(JOBS);
