import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/core/errors";
import type { Pool } from "@/lib/db/client";

const QUARTER_HOUR_SECONDS = 15 * 60;
const known = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

/** `points` in a quarter of an hour; `reason` is the refusal's. */
type Limit = { kind: string; points: number; reason: string };

/** Counts attempts of one kind for each key; all processes share the count. */
export function attemptLimiter(pool: Pool, { kind, points, reason }: Limit) {
  const limiters = known.get(pool) ?? new Map<string, RateLimiterPostgres>();
  known.set(pool, limiters);
  const limiter = limiters.get(kind) ?? open(pool, kind, points);
  limiters.set(kind, limiter);
  return {
    /** @throws AppError `rate_limited` when it is one too many */
    count: async (key: string) => {
      try {
        await limiter.consume(hashed(key));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new AppError("rate_limited", { reason, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
    },
    /** Clears the key's count. */
    forget: (key: string) => limiter.delete(hashed(key)),
    /** Gives the key one point back. */
    giveBack: (key: string) => limiter.reward(hashed(key)),
  };
}

function open(storeClient: Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration: QUARTER_HOUR_SECONDS,
  });
}

// Keys are hashed to a fixed length; the table then also holds no addresses.
const hashed = (text: string) => createHash("sha256").update(text.toLowerCase()).digest("base64url");
