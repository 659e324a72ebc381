import type { mailboxes } from "@/lib/db/schema";

export type MailboxRow = typeof mailboxes.$inferSelect;
export type MailboxView = ReturnType<typeof viewOfMailbox>;

/** What leaves the server of a mailbox: named field by field, so that no secret ever goes along. */
export function viewOfMailbox(row: MailboxRow) {
  return {
    id: row.id,
    address: row.address,
    displayName: row.displayName,
    signatureHtml: row.signatureHtml,
    colour: row.colour,
    engine: row.engine,
    imapHost: row.imapHost,
    imapPort: row.imapPort,
    imapSecurity: row.imapSecurity,
    imapUser: row.imapUser,
    smtpHost: row.smtpHost,
    smtpPort: row.smtpPort,
    smtpSecurity: row.smtpSecurity,
    smtpUser: row.smtpUser,
    signIn: row.signIn,
    isAuthorised: row.signIn === "password" || row.oauthTokens !== null,
    timeZone: row.timeZone,
    windowDays: row.windowDays,
    windowStart: row.windowStart,
    windowEnd: row.windowEnd,
    dailyCap: row.dailyCap,
    minimumGap: row.minimumGap,
    sentFolder: row.sentFolder,
    sentCopies: row.sentCopies,
    followsSeen: row.followsSeen,
    readsJunk: row.readsJunk,
    warmUp: row.warmUp,
    state: row.disabledAt ? ("disabled" as const) : row.state,
    stateReason: row.stateReason,
    stateDetail: row.stateDetail,
    stateSince: row.stateSince.toISOString(),
    lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    disabledAt: row.disabledAt?.toISOString() ?? null,
  };
}
