"use server";

import { afterSend } from "@/lib/services/replies/after-send";
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
import { previewReply } from "@/lib/services/replies/preview-reply";
import { reopenReply } from "@/lib/services/replies/reopen-reply";
import { rescheduleReply } from "@/lib/services/replies/reschedule-reply";
import { resolveUnknownReply } from "@/lib/services/replies/resolve-unknown-reply";
import { retryReply } from "@/lib/services/replies/retry-reply";
import { SendFromComposerInput, type PreviewedReply } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { sendFromMailbox as sendFromMailboxVerb } from "@/lib/services/replies/send-from-mailbox";
import { sendReplyAnyway } from "@/lib/services/replies/send-reply-anyway";
import { sendReplyNow } from "@/lib/services/replies/send-reply-now";
import { undoReply } from "@/lib/services/replies/undo-reply";
import { action } from "./action";

export const sendFromComposer = action(SendFromComposerInput, (context, { contract, composer }) =>
  sendEmailThread(context, contract, composer, afterSend(context, composer)),
);
export const preview = action(SendFromComposerInput, async (context, input) => {
  const { html: _inFrame, pictures: _withIt, ...said } = await previewReply(context, input);
  return said satisfies PreviewedReply;
});
export const cancel = action(CancelReplyInput, cancelReply);
export const undo = action(UndoReplyInput, undoReply);
export const retry = action(RetryReplyInput, retryReply);
export const sendNow = action(SendReplyNowInput, sendReplyNow);
export const sendAnyway = action(SendReplyAnywayInput, sendReplyAnyway);
export const sendFromMailbox = action(SendFromMailboxInput, sendFromMailboxVerb);
export const reschedule = action(RescheduleReplyInput, rescheduleReply);
export const resolveUnknown = action(ResolveUnknownReplyInput, resolveUnknownReply);
export const reopen = action(ReopenReplyInput, reopenReply);
