import { beforeEach } from "vitest";
import type { RemoteReply, RemoteSendResult, SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { smartleadOutbox } from "./smartlead-outbox";
import { makeSmartleadWorld, type SmartleadWorld } from "./smartlead-world";
import type { TestDatabase } from "./test-db";
import { useFileFolder } from "./use-file-folder";

type Stage = { world: SmartleadWorld; taken: RemoteReply[]; answer: RemoteSendResult };

export const ACCEPTED: RemoteSendResult = { kind: "accepted", endpoint: "a", response: "Email added to the queue" };

export const refusal = (values: Partial<Extract<RemoteSendResult, { kind: "refused" }>> = {}): RemoteSendResult => ({
  kind: "refused",
  temporary: true,
  reason: "network",
  response: "",
  retryAt: null,
  ...values,
});

/** For each test a world at Smartlead and one who stands in for it, who only takes replies and answers what the test wants. */
export function useSmartleadStandIn(database: TestDatabase) {
  const stage = {} as Stage;
  const standIn = {
    async sendThread({ reply, onTurn }) {
      await onTurn?.();
      stage.taken.push(reply);
      return stage.answer;
    },
  } as Partial<SmartleadApi> as SmartleadApi;
  useFileFolder();
  beforeEach(async () => {
    Object.assign(stage, { world: await makeSmartleadWorld(database.db), taken: [], answer: ACCEPTED } satisfies Stage);
  });
  return { stage, ...smartleadOutbox(database, () => stage.world, { smartlead: () => standIn }) };
}
