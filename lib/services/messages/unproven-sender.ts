/** The `automaticReason` of a message that bears an own mailbox's address and was found in no place that only we write to. */
export const UNPROVEN_SENDER = "unproven_sender";
