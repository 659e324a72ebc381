import type { Party } from "@/lib/domain/party";

/** Text as PostgreSQL takes it: without NUL, without half surrogates (which jsonb refuses), and not endless. */
export function cleanText(text: string, maximum: number): string {
  return text.slice(0, maximum).replaceAll("\0", "").toWellFormed();
}

/** A party of a header; an address longer than RFC 5321 §4.5.3.1 allows is cut, and then is nobody's. */
export const cleanParty = ({ name, address }: Party): Party => ({
  name: cleanText(name, 500),
  address: cleanText(address, 320),
});
