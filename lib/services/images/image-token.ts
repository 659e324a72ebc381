import { createHash } from "node:crypto";
import { isSigned, sign } from "@/lib/core/secrets";

const PURPOSE = "mail-picture";
/** A frame asks for its pictures when it is drawn. In whole hours, so that a browser finds within the hour what it has already. */
const HOUR_MS = 3_600_000;
const TOKEN = /^([0-9a-f]{32})\.([0-9a-f]{32})\.([0-9a-f]{64})\.([0-9a-z]{1,9})\.([\w-]{43})$/;

/** What a token stands for: one picture of one message, for one member. */
type Claim = { messageId: string; memberId: string; urlHash: string };

/** A picture's address as it is kept: it may hold what its sender knows the reader by. */
export const urlHashOf = (url: string): string => createHash("sha256").update(url).digest("hex");

/** A token for one picture of a message, good for one member and for one to two hours. */
export function imageToken(
  { messageId, memberId, url }: { messageId: string; memberId: string; url: string },
  now: Date,
) {
  const until = (Math.floor(now.getTime() / HOUR_MS) + 2) * HOUR_MS;
  const claim = [
    messageId.replaceAll("-", ""),
    memberId.replaceAll("-", ""),
    urlHashOf(url),
    (until / 1_000).toString(36),
  ].join(".");
  return `${claim}.${sign(claim, PURPOSE)}`;
}

/** What a token is for; null when it is not ours, was changed, or has run out. */
export function claimOfToken(token: string, now: Date): Claim | null {
  const [, message, member, urlHash, until, signature] = TOKEN.exec(token) ?? [];
  if (!message || !member || !urlHash || !until || !signature) return null;
  if (!isSigned(`${message}.${member}.${urlHash}.${until}`, PURPOSE, signature)) return null;
  if (Number.parseInt(until, 36) * 1_000 <= now.getTime()) return null;
  return { messageId: uuidOf(message), memberId: uuidOf(member), urlHash };
}

const uuidOf = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
