import { beforeEach, expect, test } from "vitest";
import { contextOf, makeLead, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listOtherThreads } from "./list-other-threads";

const test_ = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(test_.db);
});

type Who = { email: string; company?: string; firstName?: string };
async function threadOf({ workspaceId, mailbox }: World, who: Who, at = "2026-11-20T09:00:00Z") {
  const lead = await makeLead(test_.db, { workspaceId, ...who });
  const sentAt = new Date(at);
  return (await makeThread(test_.db, { workspaceId, mailbox, lead, messages: [{ direction: "in", sentAt }] })).thread;
}
const others = async (threadId: number) =>
  (await listOtherThreads(contextOf(world.member, test_.db), { threadId })).map(({ name }) => name.split(" ")[0]);

test("threads of the company's other leads are found by domain and by name, newest first", async () => {
  const own = await threadOf(world, { email: "ana@egefrio.test", company: "Egefrio" });
  await threadOf(world, { email: "kerem@EGEFRIO.test", firstName: "Kerem" }, "2026-11-21T09:00:00Z");
  await threadOf(world, { email: "selin@elsewhere.test", company: "egefrio", firstName: "Selin" });
  await threadOf(world, { email: "nobody@egefrio.test.example", company: "Egefrio Two", firstName: "Nobody" });

  expect(await others(own.id)).toEqual(["Kerem", "Selin"]);
});

test("another thread with the same lead is one of them, and five are the most", async () => {
  const { workspaceId, mailbox, lead } = world;
  await makeThread(test_.db, { workspaceId, mailbox, lead, subject: "Second" });
  expect(await listOtherThreads(contextOf(world.member, test_.db), { threadId: world.thread.id })).toMatchObject([
    { subject: "Second", category: null },
  ]);

  const own = await threadOf(world, { email: "a@many.test" });
  for (let count = 0; count < 7; count++) await threadOf(world, { email: `b${count}@many.test` });
  expect(await others(own.id)).toHaveLength(5);
});

test("addresses that anybody can have make nobody a colleague, nor does a company without a name", async () => {
  const own = await threadOf(world, { email: "ana@gmail.com" });
  await threadOf(world, { email: "ben@gmail.com" });

  expect(await others(own.id)).toEqual([]);
});

test("another workspace's threads are never among them, and its thread is not found", async () => {
  const foreign = await makeWorld(test_.db);
  const own = await threadOf(world, { email: "ana@shared.test", company: "Shared" });
  const theirs = await threadOf(foreign, { email: "ben@shared.test", company: "Shared" });

  expect(await others(own.id)).toEqual([]);
  await expect(others(theirs.id)).rejects.toMatchObject({ code: "not_found" });
});
