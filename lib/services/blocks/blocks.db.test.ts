import { beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addBlock } from "./add-block";
import { findBlocked } from "./find-blocked";
import { listBlocks } from "./list-blocks";
import { removeBlock } from "./remove-block";
import { AddBlockInput } from "./schemas";

const database = testDatabase();
let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});
const as = (member = world.admin) => contextOf(member, database.db);
const block = (value: string, member = world.admin) => addBlock(as(member), AddBlockInput.parse({ value }));
const blocked = (...addresses: string[]) => findBlocked(database.db, world.workspaceId, addresses);

test("an address blocks itself in any case, a domain everybody in it and below it", async () => {
  await block("Eve@Evil.test");
  await block("@Rival.test");

  expect(
    await blocked("EVE@evil.TEST", "adam@evil.test", "x@rival.test", "x@mail.rival.test", "x@notrival.test"),
  ).toEqual(["EVE@evil.TEST", "x@rival.test", "x@mail.rival.test"]);
});

test("a domain is the same in Unicode and in its ASCII form", async () => {
  await block("bücher.test");

  expect(await blocked("a@xn--bcher-kva.test", "a@bücher.test")).toHaveLength(2);
});

test("what is blocked already is answered as it is, and can be let go", async () => {
  const first = await block("evil.test");
  expect(await block("EVIL.test")).toEqual(first);

  await removeBlock(as(), { blockId: first.id });

  expect(await listBlocks(as())).toEqual([]);
  expect(await blocked("a@evil.test")).toEqual([]);
});

test("neither an address nor a domain is no block", () => {
  for (const value of ["", "evil", "a b.test", "a@", "-x.test", "a@b@c.test", "http://evil.test"])
    expect(AddBlockInput.safeParse({ value }).success, value).toBe(false);
});

test("only admins change the list, each that of the own workspace", async () => {
  const mine = await block("evil.test");
  const foreign = await makeWorld(database.db);
  const code = (error: AppError) => error.code;

  expect(await block("x.test", world.member).catch(code)).toBe("forbidden");
  expect(await removeBlock(as(foreign.admin), { blockId: mine.id }).catch(code)).toBe("not_found");
  expect(await findBlocked(database.db, foreign.workspaceId, ["a@evil.test"])).toEqual([]);
});
