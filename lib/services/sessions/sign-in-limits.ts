import type { Pool } from "@/lib/db/client";
import { networkOf } from "@/lib/domain/network-of";
import { attemptLimiter } from "./attempt-limiter";

/**
 * Attempts in a quarter of an hour: on one account from one address, on one account from anywhere, and from one address on any
 * account. From anywhere it is far more, so that a stranger who knows an address cannot keep its owner out.
 */
export const PAIR_ATTEMPTS = 10;
export const ACCOUNT_ATTEMPTS = 200;
export const ADDRESS_ATTEMPTS = 50;
/** How often in that time a right password gives the address its point back. */
export const GIVEN_BACK = 5;
/** Steps on the way by a provider, there and back, from one address in a quarter of an hour. */
export const PROVIDER_STEPS = 100;

type Attempt = { account: string; address: string };

/** Counts an attempt to sign in. @throws AppError `rate_limited` when it is one too many */
export async function countAttempt(pool: Pool, { account, address }: Attempt) {
  const { byPair, byAccount, byAddress } = limitersOf(pool);
  await byAddress.count(networkOf(address));
  await byPair.count(pairOf({ account, address }));
  await byAccount.count(account);
}

/**
 * A right password clears what was counted from there on its account, and gives account and address their points back: many people
 * share one address. The address gets few for each account, so that who has one password cannot sign in with it without end.
 */
export async function forgetAttempts(pool: Pool, { account, address }: Attempt) {
  const { byPair, byAccount, byAddress, givenBack } = limitersOf(pool);
  await byPair.forget(pairOf({ account, address }));
  await byAccount.giveBack(account);
  if (await givenBack.isWithin(pairOf({ account, address }))) await byAddress.giveBack(networkOf(address));
}

const pairOf = ({ account, address }: Attempt): string => `${networkOf(address)} ${account}`;

/** Counts a step to the provider or back from it. @throws AppError `rate_limited` when it is one too many */
export const countProviderStep = (pool: Pool, { address }: { address: string }) =>
  byProvider(pool).count(networkOf(address));

/** Who was let in gives both steps back: many people share one address. */
export async function forgetProviderSteps(pool: Pool, { address }: { address: string }) {
  const network = networkOf(address);
  await byProvider(pool).giveBack(network);
  await byProvider(pool).giveBack(network);
}

const byProvider = (pool: Pool) =>
  attemptLimiter(pool, { kind: "sign-in-provider", points: PROVIDER_STEPS, reason: "sign_in" });

const limitersOf = (pool: Pool) => {
  const limiter = (kind: string, points: number) => attemptLimiter(pool, { kind, points, reason: "sign_in" });
  return {
    byPair: limiter("sign-in-pair", PAIR_ATTEMPTS),
    byAccount: limiter("sign-in-account", ACCOUNT_ATTEMPTS),
    byAddress: limiter("sign-in-address", ADDRESS_ATTEMPTS),
    givenBack: limiter("sign-in-given-back", GIVEN_BACK),
  };
};
