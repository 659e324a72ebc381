/**
 * A file name that is safe to show, to store and to offer for download: no path, no control or direction characters,
 * not hidden, at most 200 characters with its extension kept. Empty names get one from the content type.
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
  return shorten(plain === "" ? `attachment${extensionFor(contentType)}` : plain);
}

const MAX_LENGTH = 200;

const EXTENSIONS: Record<string, string> = {
  "message/rfc822": ".eml",
  "message/delivery-status": ".txt",
  "text/rfc822-headers": ".txt",
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

const extensionFor = (contentType: string): string => EXTENSIONS[contentType.toLowerCase()] ?? "";

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= MAX_LENGTH) return name;
  const extension = /\.[^.]{1,16}$/u.exec(name)?.[0] ?? "";
  return characters.slice(0, MAX_LENGTH - extension.length).join("") + extension;
}
