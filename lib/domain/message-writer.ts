/**
 * Who wrote an inbound message of a lead's thread: the lead; the lead from a further address; somebody else of the lead's
 * company; somebody to whom it was passed on.
 */
export const MESSAGE_WRITERS = ["lead", "alias", "colleague", "forward"] as const;
export type MessageWriter = (typeof MESSAGE_WRITERS)[number];
