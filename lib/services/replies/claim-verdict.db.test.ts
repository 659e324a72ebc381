import { expect, test } from "vitest";
import { makeMessage, makeThread, makeWorld } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { claimReply } from "./claim-reply";

const test_ = testDatabase();

test("a follow-up is dropped when the lead writes under another address, in another thread of its own", async () => {
  const world = await makeWorld(test_.db);
  const reply = await makeReply(test_.db, world, { scheduleCondition: "if_no_reply", status: "scheduled" });
  const other = await makeThread(test_.db, { ...world, messages: [{ direction: "out" }] });
  const answer = { fromAddress: "ana@private.test", sentAt: new Date(), firstSeenAt: new Date() };
  await makeMessage(test_.db, { ...world, ...other }, answer, other.messages);

  const claim = await claimReply(test_.db, () => new Date(), reply.id);

  expect(claim).toEqual({ kind: "stopped", status: "cancelled", reason: "lead_answered" });
});
