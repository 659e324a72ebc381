/** What the files of one message may weigh together where no server says less. */
export const USUAL_BYTES = 25 * 1024 * 1024;
/** The largest part of a file that is sent, and taken, at once. */
export const PART_BYTES = 1024 * 1024;
/** Left for headers, text and quote. */
const TEXT_BYTES = 256 * 1024;
/** Base64 makes four bytes of three, and lines of 76 end with two more (RFC 2045 §6.8). */
const GROWTH = (4 / 3) * (78 / 76);

/**
 * How many bytes of files fit into a message that a server takes.
 * @param sizeLimit the largest message in bytes, as the server's SIZE says (RFC 1870); null where it is not known
 */
export function fileBytesWithin(sizeLimit: number | null): number {
  if (sizeLimit === null) return USUAL_BYTES;
  return Math.min(USUAL_BYTES, Math.max(0, Math.floor((sizeLimit - TEXT_BYTES) / GROWTH)));
}

/** The largest message that a server takes, from its answer to EHLO; null where it names none. */
export function sizeLimitIn(ehlo: string): number | null {
  const limit = Number(/^250[ -]SIZE[ \t]+(\d{1,15})\s*$/im.exec(ehlo)?.[1] ?? 0);
  return limit > 0 ? limit : null;
}
