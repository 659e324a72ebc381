import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { categories, categoryExamples, threads } from "@/lib/db/schema";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { triageThreads } from "@/lib/services/threads/triage-threads";
import { contextOf, makeMessage, makeWorld, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { addCategory } from "./add-category";
import { listCategories } from "./list-categories";
import { moveCategory } from "./move-category";
import { removeCategory } from "./remove-category";
import { AddCategoryInput } from "./schemas";
import { updateCategory } from "./update-category";

const database = testDatabase();
let world: World;
let ids: Record<CategoryKind, string>;
beforeEach(async () => {
  world = await makeWorld(database.db);
  ids = await makeCategories(database.db, world.workspaceId);
});
const as = (member = world.admin) => contextOf(member, database.db);
const add = (name: string, values: object = {}) =>
  addCategory(as(), AddCategoryInput.parse({ name, sentiment: "neutral", ...values }));
const names = async () => (await listCategories(as())).map(({ name }) => name);
const refusal = (error: AppError) => error.reason ?? error.code;

test("own ones are added behind the nine, and moved by one place", async () => {
  const { categoryId } = await add("Partner");
  expect((await names()).slice(-2)).toEqual(["Sender Originated Bounce", "Partner"]);

  await moveCategory(as(), { categoryId, to: "up" });
  expect((await names()).slice(-2)).toEqual(["Partner", "Sender Originated Bounce"]);
  await moveCategory(as(), { categoryId: ids.interested, to: "up" });
  expect((await names())[0]).toBe("Interested");
});

test("a name is there once, whoever adds or renames", async () => {
  expect(await add("Interested").catch(refusal)).toBe("category_exists");
  const rename = (categoryId: string) =>
    updateCategory(as(), { categoryId, name: "Interested", sentiment: "negative" });
  expect(await rename(ids.not).catch(refusal)).toBe("category_exists");
  await rename(ids.interested);
  expect((await listCategories(as()))[0]).toMatchObject({
    name: "Interested",
    sentiment: "negative",
    kind: "interested",
  });
});

test("large and small letters make no other name; what has a double from former times can still be changed", async () => {
  expect(await add("interested").catch(refusal)).toBe("category_exists");
  const { categoryId } = await add("Partner");
  const rename = (name: string) => updateCategory(as(), { categoryId, name, sentiment: "positive" });
  expect(await rename("INTERESTED").catch(refusal)).toBe("category_exists");
  await rename("PARTNER");
  await database.db.update(categories).set({ name: "interested" }).where(eq(categories.id, categoryId));
  await rename("interested");
  expect((await listCategories(as())).at(-1)).toMatchObject({ name: "interested", sentiment: "positive" });
});

test("the first of a kind stays for the rules, a further one can go", async () => {
  expect(await removeCategory(as(), { categoryId: ids.interested }).catch(refusal)).toBe("category_of_rules");
  const { categoryId } = await add("Hot", { kind: "interested", sentiment: "positive" });
  expect((await listCategories(as())).filter(({ isGiven }) => !isGiven)).toMatchObject([{ name: "Hot" }]);

  for (let place = 0; place < 9; place++) await moveCategory(as(), { categoryId, to: "up" });
  expect(await removeCategory(as(), { categoryId }).catch(refusal)).toBe("category_of_rules");
  await removeCategory(as(), { categoryId: ids.interested });
  expect((await names())[0]).toBe("Hot");
});

test("what had a removed category has none, and its examples are forgotten", async () => {
  const { categoryId } = await add("Partner");
  const text = "We would rather sell this together.";
  const { thread, mailbox } = world;
  await makeMessage(database.db, { thread, mailbox }, { visibleText: text }, world.messages);
  await triageThreads(as(world.member), { threadIds: [thread.id], change: { kind: "category", categoryId } });
  expect(await database.db.$count(categoryExamples, eq(categoryExamples.categoryId, categoryId))).toBe(1);

  expect(await removeCategory(as(), { categoryId })).toEqual({ categoryId, threadCount: 1 });
  const [row] = await database.db.select().from(threads).where(eq(threads.id, thread.id));
  expect(row).toMatchObject({ categoryId: null, categorySource: null, categoryBecause: null });
  expect(await database.db.$count(categoryExamples, eq(categoryExamples.workspaceId, world.workspaceId))).toBe(0);
});

test("only admins change them, each those of the own workspace", async () => {
  const foreign = as((await makeWorld(database.db)).admin);
  const input = { categoryId: ids.info, name: "X", sentiment: "neutral" as const };
  expect(await updateCategory(foreign, input).catch(refusal)).toBe("category");
  expect(await removeCategory(foreign, { categoryId: ids.info }).catch(refusal)).toBe("category");
  expect(await moveCategory(foreign, { categoryId: ids.info, to: "up" }).catch(refusal)).toBe("category");
  for (const member of [world.member, world.manager]) {
    expect(await updateCategory(as(member), input).catch(refusal)).toBe("forbidden");
    expect(await listCategories(as(member)).catch(refusal)).toBe("forbidden");
  }
});
