const PREFIX = "member-invitation.";

/** The Message-ID of the mail that carries an invitation's link, without angle brackets. */
export const invitationMessageId = (id: string, domain: string): string => `${PREFIX}${id}@${domain}`;

/** Whether a message carries such a link: it must not be stored, or whoever reads the mailbox could join in its place. */
export const isInvitationMail = (messageId: string): boolean => messageId.startsWith(PREFIX);
