const HEAD_BYTES = 8_192;

/** Gmail's label of drafts in an export, in the languages that it is written in most; what is not ASCII may be in words of RFC 2047. */
const DRAFTS =
  /^x-gmail-labels:(?:.*\r?\n[ \t])*?.*(?:\bdrafts?\b|entw(?:ü|=c3=bc)rfe|brouillons|borradores|bozze|rascunhos|concepten)/imu;
/** Bit 3 of Thunderbird's mark: deleted, and not yet taken out of the file. */
const DELETED = /^x-mozilla-status:[ \t]*[0-9a-f]{3}[89a-f]\b/imu;

/** Whether a message of another program's file is none that came or went: a draft in an export of Gmail's, or deleted in Thunderbird. */
export function isUnsent(raw: Buffer): boolean {
  const [head = ""] = raw.toString("utf8", 0, HEAD_BYTES).split(/\r?\n\r?\n/u, 1);
  return DRAFTS.test(head) || DELETED.test(head);
}
