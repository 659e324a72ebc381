import { addressKey, isAddress } from "./address";
import type { Party } from "./party";

/** Somebody who may be meant: of this thread, a lead, a past correspondent or one of us. `note` is a lead's company. */
export type RecipientSuggestion = Party & { from: "thread" | "lead" | "history" | "team"; note: string };

export const MAX_SUGGESTIONS = 8;

/** Whether what is typed begins a name, one of its words, an address or its domain. */
export function isMeant({ name, address }: Party, typed: string): boolean {
  const q = typed.toLowerCase();
  const plainName = name.toLowerCase();
  const [, domain = ""] = address.toLowerCase().split("@");
  const beginnings = [plainName, ...plainName.split(/[\s.,'"-]+/u), address.toLowerCase(), domain, `@${domain}`];
  return beginnings.some((text) => text.startsWith(q));
}

/** The suggestions in their order without doubles, without `left out` addresses and without what no mail can be sent to. */
export function withoutDoubles(
  suggestions: RecipientSuggestion[],
  leftOut: readonly string[],
  limit = MAX_SUGGESTIONS,
): RecipientSuggestion[] {
  const seen = new Set(leftOut.map(addressKey));
  const fresh = suggestions.filter(({ address }) => {
    const key = addressKey(address);
    if (seen.has(key) || !isAddress(address)) return false;
    seen.add(key);
    return true;
  });
  return fresh.slice(0, limit);
}
