/** Holds the browser's time zone while somebody signs in. */
export const ZONE_COOKIE = "threadwell-zone";

/** A zone of IANA's by the name that it has here; null for what is none, offsets too. */
export function knownZone(text: string): string | null {
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
    return zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone) ? zone : null;
  } catch {
    return null;
  }
}
