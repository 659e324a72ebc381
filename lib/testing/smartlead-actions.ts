import { asc, eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { smartleadActions } from "@/lib/db/schema";
import type { SmartleadAction } from "@/lib/domain/smartlead";
import type { SmartleadApi } from "@/lib/smartlead/smartlead-api";
import { carrySmartleadActions } from "@/lib/worker/handlers/carry-smartlead-actions";
import { contextOf } from "./factories";
import { makeSmartleadWorld, type SmartleadWorld } from "./smartlead-world";
import type { TestDatabase } from "./test-db";

type Stage = {
  world: SmartleadWorld;
  /** What Smartlead has done, in order. */
  done: { action: SmartleadAction; payload: Record<string, unknown> }[];
  /** What happens while an action waits for its turn. */
  turn: () => void | Promise<void>;
  /** Throws what Smartlead answers an action with. */
  answer: (action: SmartleadAction) => void;
};

/** For each test a world at Smartlead and one who stands in for it: every action is done at once, until a test wants it otherwise. */
export function useSmartleadActions(database: TestDatabase) {
  const stage = {} as Stage;
  const standIn = {
    async act({ action, payload, onTurn }) {
      await stage.turn();
      await onTurn?.();
      stage.answer(action);
      stage.done.push({ action, payload });
    },
  } as Partial<SmartleadApi> as SmartleadApi;
  beforeEach(async () => {
    const world = await makeSmartleadWorld(database.db);
    Object.assign(stage, { world, done: [], turn: () => undefined, answer: () => undefined } satisfies Stage);
  });

  const deps = (aheadMs = 0) => ({
    db: database.db,
    now: () => new Date(Date.now() + aheadMs),
    smartlead: () => standIn,
  });
  const connectionId = () => stage.world.connection.id;
  const threadId = () => stage.world.thread.id;
  return {
    stage,
    deps,
    threadId,
    own: () => contextOf(stage.world.member, database.db),
    carry: () => carrySmartleadActions(deps(), { connectionId: connectionId(), threadId: threadId() }),
    /** What is of no thread. */
    carryOthers: () => carrySmartleadActions(deps(), { connectionId: connectionId(), threadId: null }),
    rows: () =>
      database.db
        .select()
        .from(smartleadActions)
        .where(eq(smartleadActions.connectionId, connectionId()))
        .orderBy(asc(smartleadActions.createdAt)),
  };
}
