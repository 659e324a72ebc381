import { afterEach, beforeEach } from "vitest";
import { smartleadClient } from "@/lib/smartlead/client";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import { freeBudget } from "./free-budget";
import { startFakeSmartlead, type FakeSmartlead } from "./start-fake-smartlead";

type ClientOptions = Parameters<typeof smartleadClient>[0];

/** A fake Smartlead of its own for each test of a file, and a client that calls it. */
export function useFakeSmartlead() {
  const held: { fake?: FakeSmartlead } = {};
  beforeEach(async () => {
    held.fake = await startFakeSmartlead();
  });
  afterEach(() => held.fake?.stop());
  const current = (): FakeSmartlead => {
    if (!held.fake) throw new Error("the fake runs within a test only");
    return held.fake;
  };
  return {
    get fake() {
      return current();
    },
    clientOf: (more: Partial<ClientOptions> = {}) => {
      const { key, url, allow } = current();
      return smartleadClient({ key, baseUrl: url, budget: freeBudget(), rules: { allow: [allow] }, ...more });
    },
    answeredLead: () => {
      const fake = current();
      return fake.addLead({ campaign: fake.addCampaign(), account: fake.addAccount({ signature: "<p>Sam</p>" }) });
    },
  };
}

/** The fault that a call ends with; whatever else happens fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<SmartleadFault> {
  const error = await work.then(
    () => new Error("nothing went wrong"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SmartleadFault)) throw error;
  return error;
}
