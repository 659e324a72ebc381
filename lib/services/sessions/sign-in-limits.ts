import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/core/errors";
import type { Pool } from "@/lib/db/client";

const QUARTER_HOUR_SECONDS = 15 * 60;
/** Attempts in a quarter of an hour: on one account from anywhere, and from one address on any account. */
export const ACCOUNT_ATTEMPTS = 10;
export const ADDRESS_ATTEMPTS = 50;

/** Counts an attempt to sign in. @throws AppError `rate_limited` when it is one too many */
export async function countAttempt(pool: Pool, { account, address }: { account: string; address: string }) {
  const { byAccount, byAddress } = limitersOf(pool);
  try {
    await byAddress.consume(hashed(address));
    await byAccount.consume(hashed(account));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new AppError("rate_limited", { reason: "sign_in", retryAfterSeconds });
  }
}

/** A right password clears its account's count and gives the address its point back: many people share one address. */
export async function forgetAttempts(pool: Pool, { account, address }: { account: string; address: string }) {
  const { byAccount, byAddress } = limitersOf(pool);
  await byAccount.delete(hashed(account));
  await byAddress.reward(hashed(address));
}

// Keys are hashed to a fixed length; the table then also holds no addresses.
const hashed = (text: string) => createHash("sha256").update(text.toLowerCase()).digest("base64url");

type Limiters = { byAccount: RateLimiterPostgres; byAddress: RateLimiterPostgres };
const known = new WeakMap<Pool, Limiters>();

function limitersOf(pool: Pool): Limiters {
  const limiters = known.get(pool) ?? {
    byAccount: limiter(pool, "sign-in-account", ACCOUNT_ATTEMPTS),
    byAddress: limiter(pool, "sign-in-address", ADDRESS_ATTEMPTS),
  };
  known.set(pool, limiters);
  return limiters;
}

function limiter(storeClient: Pool, keyPrefix: string, points: number): RateLimiterPostgres {
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
