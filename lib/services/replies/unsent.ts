/** The columns of a reply of which nothing has left, with all tries ahead of it. */
export const unsent = {
  nextAttemptAt: null,
  attempts: 0,
  heldReason: null,
  reason: null,
  detail: null,
  serverResponse: null,
  outcomes: [],
  claimToken: null,
  claimedUntil: null,
  markedAt: null,
  handedOverAt: null,
};
