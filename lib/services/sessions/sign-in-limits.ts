import type { Pool } from "@/lib/db/client";
import { attemptLimiter } from "./attempt-limiter";

/** Attempts in a quarter of an hour: on one account from anywhere, and from one address on any account. */
export const ACCOUNT_ATTEMPTS = 10;
export const ADDRESS_ATTEMPTS = 50;
/** Steps on the way by a provider, there and back, from one address in a quarter of an hour. */
export const PROVIDER_STEPS = 100;

/** Counts an attempt to sign in. @throws AppError `rate_limited` when it is one too many */
export async function countAttempt(pool: Pool, { account, address }: { account: string; address: string }) {
  const { byAccount, byAddress } = limitersOf(pool);
  await byAddress.count(address);
  await byAccount.count(account);
}

/** A right password clears its account's count and gives the address its point back: many people share one address. */
export async function forgetAttempts(pool: Pool, { account, address }: { account: string; address: string }) {
  const { byAccount, byAddress } = limitersOf(pool);
  await byAccount.forget(account);
  await byAddress.giveBack(address);
}

/** Counts a step to the provider or back from it. @throws AppError `rate_limited` when it is one too many */
export const countProviderStep = (pool: Pool, { address }: { address: string }) => byProvider(pool).count(address);

/** Who was let in gives both steps back: many people share one address. */
export async function forgetProviderSteps(pool: Pool, { address }: { address: string }) {
  await byProvider(pool).giveBack(address);
  await byProvider(pool).giveBack(address);
}

const byProvider = (pool: Pool) =>
  attemptLimiter(pool, { kind: "sign-in-provider", points: PROVIDER_STEPS, reason: "sign_in" });

const limitersOf = (pool: Pool) => ({
  byAccount: attemptLimiter(pool, { kind: "sign-in-account", points: ACCOUNT_ATTEMPTS, reason: "sign_in" }),
  byAddress: attemptLimiter(pool, { kind: "sign-in-address", points: ADDRESS_ATTEMPTS, reason: "sign_in" }),
});
