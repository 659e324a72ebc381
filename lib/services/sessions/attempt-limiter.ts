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
  /** @returns null, or how many milliseconds are left of the time in which it is one too many */
  const consume = async (key: string): Promise<number | null> => {
    try {
      await limiter.consume(hashed(key));
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refusal.msBeforeNext;
    }
  };
  return {
    /** @throws AppError `rate_limited` when it is one too many */
    count: async (key: string) => {
      const left = await consume(key);
      if (left !== null) throw new AppError("rate_limited", { reason, retryAfterSeconds: Math.ceil(left / 1000) });
    },
    /** Counts too, and says whether it is within the limit. */
    isWithin: async (key: string) => (await consume(key)) === null,
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
