/**
 * The ids in a Message-ID, In-Reply-To or References header, without angle brackets, in order and without doubles.
 * Tolerant: ids may be folded in the middle, lack their brackets or stand among words ("Your message of …").
 */
export function messageIdsOf(value: string): string[] {
  const bracketed = [...value.matchAll(/<([^<>]+)>/gu)].map((found) => found[1] ?? "");
  const ids = bracketed.length > 0 ? bracketed : value.split(/[\s,;"<>]+/u).filter((word) => word.includes("@"));
  const clean = ids.map((id) => id.replace(/[\s\p{C}]+/gu, "")).filter((id) => id !== "" && id.length <= MAX_ID);
  const unique = [...new Set(clean)];
  return unique.length <= MAX_IDS ? unique : [...unique.slice(0, 1), ...unique.slice(1 - MAX_IDS)];
}

const MAX_ID = 900;
const MAX_IDS = 200;
