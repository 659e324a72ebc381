import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { databasePool } from "@/lib/db/client";

type Limiters = { burst: RateLimiterPostgres; minute: RateLimiterPostgres };
const shared = globalThis as { threadwellLimiters?: Limiters };

/** `headers` tell the caller what is left; `refusal` is there where that is nothing. */
type Counted = { headers: Record<string, string>; refusal: AppError | null };

/**
 * Counts one request of an API key, in the database, so that all instances count together.
 * @returns what is left, and the refusal (`rate_limited` with the seconds to wait) of a request that is too much
 */
export async function countRequest(apiKeyId: string): Promise<Counted> {
  const { burst, minute } = (shared.threadwellLimiters ??= openLimiters());
  const [short, long] = await Promise.all([count(burst, apiKeyId), count(minute, apiKeyId)]);
  const waits = [short, long].filter((each) => each.isOver).map((each) => each.msBeforeNext);
  const retryAfterSeconds = Math.max(1, Math.ceil(Math.max(...waits) / 1000));
  return {
    headers: {
      "x-ratelimit-limit": String(minute.points),
      "x-ratelimit-remaining": String(long.remaining),
      "x-ratelimit-reset": String(Math.ceil((Date.now() + long.msBeforeNext) / 1000)),
    },
    refusal: waits.length > 0 ? new AppError("rate_limited", { retryAfterSeconds }) : null,
  };
}

async function count(limiter: RateLimiterPostgres, key: string) {
  const { result, isOver } = await limiter.consume(key).then(
    (taken) => ({ result: taken, isOver: false }),
    (refused: unknown) => {
      if (refused instanceof RateLimiterRes) return { result: refused, isOver: true };
      throw refused;
    },
  );
  return { isOver, msBeforeNext: result.msBeforeNext, remaining: Math.max(0, result.remainingPoints) };
}

function openLimiters(): Limiters {
  const { API_RATE_PER_2S, API_RATE_PER_MINUTE } = env();
  const store = { storeClient: databasePool(), tableName: "rate_limits", tableCreated: true };
  return {
    burst: new RateLimiterPostgres({ ...store, keyPrefix: "api:2s", points: API_RATE_PER_2S, duration: 2 }),
    minute: new RateLimiterPostgres({ ...store, keyPrefix: "api:60s", points: API_RATE_PER_MINUTE, duration: 60 }),
  };
}
