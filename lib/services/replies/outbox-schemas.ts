import { z } from "zod";
import { InstantInput } from "../instant-schemas";

const OneReply = z.strictObject({ replyId: z.uuid() });

/** `dropsText`: it is a copy that nobody wrote, no draft is made of it. */
export const CancelReplyInput = OneReply.extend({ dropsText: z.boolean().optional() });
export type CancelReplyInput = z.infer<typeof CancelReplyInput>;
export const UndoReplyInput = OneReply;
export type UndoReplyInput = z.infer<typeof UndoReplyInput>;
export const RetryReplyInput = OneReply;
export type RetryReplyInput = z.infer<typeof RetryReplyInput>;
export const SendReplyNowInput = OneReply;
export type SendReplyNowInput = z.infer<typeof SendReplyNowInput>;
export const SendReplyAnywayInput = OneReply;
export type SendReplyAnywayInput = z.infer<typeof SendReplyAnywayInput>;
export const ListSendersInput = OneReply;
export type ListSendersInput = z.infer<typeof ListSendersInput>;

export const SendFromMailboxInput = OneReply.extend({ mailboxId: z.uuid() });
export type SendFromMailboxInput = z.infer<typeof SendFromMailboxInput>;

/** A mailbox that could send a reply in the place of its own. */
export type Sender = { id: string; address: string; colour: number };

/** `replaceDraft`: the author's draft in this thread may be thrown away for this one. */
export const ReopenReplyInput = OneReply.extend({ replaceDraft: z.boolean().optional() });
export type ReopenReplyInput = z.infer<typeof ReopenReplyInput>;

/** `arrived`: what a person found out about a reply whose outcome nobody knew. */
export const ResolveUnknownReplyInput = OneReply.extend({ arrived: z.boolean() });
export type ResolveUnknownReplyInput = z.infer<typeof ResolveUnknownReplyInput>;

/** An instant with its offset, and the zone (IANA) in which it was chosen. */
export const RescheduleReplyInput = OneReply.extend({
  scheduledTime: InstantInput,
  scheduledZone: z.string().min(1).max(64),
});
export type RescheduleReplyInput = z.infer<typeof RescheduleReplyInput>;
