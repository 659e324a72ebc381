import type { Pool } from "@/lib/db/client";
import { attemptLimiter } from "@/lib/services/sessions/attempt-limiter";

/** Wrong links in a quarter of an hour from one address. */
export const WRONG_LINKS = 30;

/** Counts who tries links of invitations. */
export const guessLimiter = (pool: Pool) =>
  attemptLimiter(pool, { kind: "member-invitation", points: WRONG_LINKS, reason: "sign_in" });
