import type { Pool } from "@/lib/db/client";
import { networkOf } from "@/lib/domain/network-of";
import { attemptLimiter } from "@/lib/services/sessions/attempt-limiter";

/** Wrong links in a quarter of an hour from one address. */
export const WRONG_LINKS = 30;

/** Counts who tries links of invitations, by where they come from. */
export function guessLimiter(pool: Pool, address: string) {
  const limiter = attemptLimiter(pool, { kind: "member-invitation", points: WRONG_LINKS, reason: "sign_in" });
  const network = networkOf(address);
  return { count: () => limiter.count(network), giveBack: () => limiter.giveBack(network) };
}
