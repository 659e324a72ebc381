import type { Database } from "@/lib/db/client";
import type { ReplyRow } from "../replies/reply-row";
import { countAnew } from "./count-anew";
import { pendingSteps } from "./open-chains";
import { timesAnew } from "./times-anew";

/**
 * What a due step follows has not left: it waits as if that left now, and those behind it with it. Once that leaves, they are counted
 * from then. The caller holds the thread.
 * @returns when the step is due now
 */
export async function pushSteps(tx: Database, { chainId, chainStep }: ReplyRow, at: Date) {
  const steps = (await pendingSteps(tx, chainId!)).filter((step) => step.chainStep! >= chainStep!);
  await countAnew(tx, steps, at);
  return (await timesAnew(tx, steps, at))[0]!;
}
