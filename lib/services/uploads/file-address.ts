import { isSigned, sign } from "@/lib/core/secrets";
import { appUrl } from "@/lib/core/env";

const PURPOSE = "reply-file";
/** Long enough for a scheduled reply's files to be fetched at its time, and for a mail system to try again. */
const LIFETIME_MS = 7 * 86_400_000;
const PICTURE_MS = 365 * 86_400_000;
const TOKEN = /^([0-9a-f]{32})\.([0-9a-z]{1,9})\.([\w-]{43})$/;

/**
 * An address under which anybody may fetch one file of one reply, for seven days from `from`. It gives access to nothing else; its
 * signature is all that is asked for, since Smartlead has no account here. A picture in the text is fetched by whoever reads the
 * mail, each time: its address lasts a year.
 */
export function fileAddress(attachmentId: string, from: Date, { isPicture = false } = {}): string {
  const until = from.getTime() + (isPicture ? PICTURE_MS : LIFETIME_MS);
  const claim = `${attachmentId.replaceAll("-", "")}.${Math.floor(until / 1000).toString(36)}`;
  return `${appUrl()}/api/files/${claim}.${sign(claim, PURPOSE)}`;
}

/** The file that a token is for; null when it is not ours, was changed, or has run out. */
export function attachmentOfToken(token: string, now: Date): string | null {
  const [, id, until, signature] = TOKEN.exec(token) ?? [];
  if (!id || !until || !signature) return null;
  if (!isSigned(`${id}.${until}`, PURPOSE, signature)) return null;
  if (Number.parseInt(until, 36) * 1000 <= now.getTime()) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
