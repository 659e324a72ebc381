const MB = 1024 * 1024;

/** A size as people read it: "184 kB", "2.1 MB", in German "2,1 MB". The limit of 25 MB is one of 1024 × 1024 bytes, and so are its parts. */
export function fileSize(bytes: number, locale = "en"): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  const megabytes = bytes / MB;
  const digits = megabytes >= 10 && Number.isInteger(megabytes) ? 0 : 1;
  return `${numberFormat(locale, digits).format(megabytes)} MB`;
}

const numberFormat = (locale: string, digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
