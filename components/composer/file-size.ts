const MB = 1024 * 1024;

/** A size as people read it: "184 kB", "2.1 MB". The limit of 25 MB is one of 1024 × 1024 bytes, and so are its parts. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  const megabytes = bytes / MB;
  return `${megabytes >= 10 && Number.isInteger(megabytes) ? megabytes : megabytes.toFixed(1)} MB`;
}
