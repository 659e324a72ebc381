"use server";

import { cancelReply } from "@/lib/services/replies/cancel-reply";
import {
  CancelReplyInput,
  ReopenReplyInput,
  RescheduleReplyInput,
  ResolveUnknownReplyInput,
  RetryReplyInput,
  SendFromMailboxInput,
  SendReplyAnywayInput,
  SendReplyNowInput,
  UndoReplyInput,
} from "@/lib/services/replies/outbox-schemas";
import { reopenReply } from "@/lib/services/replies/reopen-reply";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { retryReply } from "@/lib/services/replies/retry-reply";
import { SendFromComposerInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { sendFromMailbox as sendFromMailboxVerb } from "@/lib/services/replies/send-from-mailbox";
import { sendReplyAnyway } from "@/lib/services/replies/send-reply-anyway";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { action } from "./action";

export const sendFromComposer = action(SendFromComposerInput, (context, { contract, composer }) =>
  sendEmailThread(context, contract, composer),
);
export const cancel = action(CancelReplyInput, cancelReply);
export const undo = action(UndoReplyInput, undoReply);
export const retry = action(RetryReplyInput, retryReply);
export const sendNow = action(SendReplyNowInput, sendReplyNow);
export const sendAnyway = action(SendReplyAnywayInput, sendReplyAnyway);
export const sendFromMailbox = action(SendFromMailboxInput, sendFromMailboxVerb);
export const reschedule = action(RescheduleReplyInput, rescheduleReply);
export const resolveUnknown = action(ResolveUnknownReplyInput, resolveUnknownReply);
export const reopen = action(ReopenReplyInput, reopenReply);
