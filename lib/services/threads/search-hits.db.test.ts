import { beforeAll, expect, test } from "vitest";
import { contextOf, makeThread, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { listThreads } from "./list-threads";

const test_ = testDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(test_.db);
});

const find = (q: string) => listThreads(contextOf(world.member, test_.db), { q });
const add = (input: Partial<Parameters<typeof makeThread>[1]>) => {
  const { workspaceId, mailbox, lead, campaign } = world;
  return makeThread(test_.db, { workspaceId, mailbox, lead, campaign, ...input });
};
const letter = (text: string, more: object = {}) => ({ direction: "in" as const, text, ...more });

test("a row shows the words around its hit, wherever the newest message that has one holds it", async () => {
  const before = "We have thirty-one carriers and three formats of them. ".repeat(3);
  await add({ messages: [letter(`${before}The okapi rate is read from scans.`), letter("Later <b>words</b>.")] });
  await add({ messages: [letter("See the file.", { fileNames: "saiga-scan.png", hasAttachments: true })] });
  await add({ messages: [{ direction: "out", to: [{ name: "Ida Vole", address: "ida@vole.test" }] }] });
  await add({ subject: "Re: about tapirs", messages: [letter("No more.", { subject: "Re: about tapirs" })] });
  const hit = async (q: string) => (await find(q)).rows[0]!.hit;
  const line = async (q: string) => (await hit(q))?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

  expect(await line('"okapi rate"')).toMatch(/^… .*The \[okapi rate\] is read from scans\.$/);
  expect(await line("scan saiga")).toBe("[saiga]-[scan].png");
  expect(await line("to:vole")).toBe("Ida [Vole] ida@[vole].test");
  expect(await line("okapi OR is:draft")).toMatch(/\[okapi\]/);
  expect(await hit("tapirs")).toBeNull();
  expect(await hit("is:unanswered")).toBeNull();
  expect((await find("okapi")).tookMs).toBeGreaterThan(0);
});
