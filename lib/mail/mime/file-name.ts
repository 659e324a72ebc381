/**
 * A file name that is safe to show, to store and to offer for download: no path, no control or direction characters,
 * not hidden, at most 200 characters with its extension kept. Empty names get one that says what the content type is.
 */
export function safeFileName(name: string, contentType: string): string {
  const last =
    name
      .slice(0, 2000)
      .replace(/[\p{C}\u2028\u2029]/gu, "")
      .split(/[\\/]/u)
      .at(-1) ?? "";
  const plain = last
    .replace(/[<>:"|?*]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  return shorten(plain === "" ? nameFor(contentType.toLowerCase()) : plain);
}

const MAX_LENGTH = 200;

/** Parts that mail servers write themselves, and never name. */
const NAMES: Record<string, string> = {
  "message/rfc822": "message.eml",
  "message/global": "message.eml",
  "message/delivery-status": "delivery-report.txt",
  "message/global-delivery-status": "delivery-report.txt",
  "message/disposition-notification": "read-receipt.txt",
  "message/feedback-report": "complaint-report.txt",
  "text/rfc822-headers": "message-headers.txt",
  "message/global-headers": "message-headers.txt",
};

const EXTENSIONS: Record<string, string> = {
  "text/plain": ".txt",
  "text/html": ".html",
  "text/calendar": ".ics",
  "text/csv": ".csv",
  "application/pdf": ".pdf",
  "image/jpeg": ".jpg",
  "image/jpg": ".jpg",
  "image/png": ".png",
  "image/gif": ".gif",
  "image/webp": ".webp",
};

const nameFor = (contentType: string): string => NAMES[contentType] ?? `attachment${EXTENSIONS[contentType] ?? ""}`;

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const extension = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? "";
  return characters.slice(0, MAX_LENGTH - extension.length).join("") + extension;
}
