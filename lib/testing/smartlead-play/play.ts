import type { Database } from "@/lib/db/client";
import type { Random } from "@/lib/sandbox/random";
import type { FakeLead } from "../fake-smartlead/fake-state";
import type { FakeSmartlead } from "../fake-smartlead/start-fake-smartlead";
import type { connectedAccount } from "../smartlead-account";

/** What a play goes on with. */
export type Play = {
  db: Database;
  fake: FakeSmartlead;
  random: Random;
  account: Awaited<ReturnType<typeof connectedAccount>>;
  leads: FakeLead[];
  /** Replies that were taken and whose own copies are not in their threads yet. */
  late: string[];
  /** Moves on with each message, so that every one has a time of its own. */
  tick: () => Date;
};

/** A text that is written once in a play. */
export const words = (random: Random) => `<div>Word ${random.uuid()}, and <b>more</b> of it.</div>`;
