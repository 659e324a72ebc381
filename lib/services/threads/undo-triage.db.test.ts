import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { threads } from "@/lib/db/schema";
import type { TriageChange } from "@/lib/domain/triage";
import { contextOf, makeWorld, type MemberRow, type World } from "@/lib/testing/factories";
import { makeCategories } from "@/lib/testing/make-categories";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { UndoTriageInput } from "./schemas";
import { triageThreads } from "./triage-threads";
import { undoTriage } from "./undo-triage";

const test_ = testDatabase();
let world: World;

beforeEach(async () => void (world = await makeWorld(test_.db)));

const ctx = (member: MemberRow = world.member) => contextOf(member, test_.db);
const change = (threadIds: number[], what: TriageChange, member?: MemberRow) =>
  triageThreads(ctx(member), { threadIds, change: what });
const undo = (outcome: Awaited<ReturnType<typeof change>>, member?: MemberRow) =>
  undoTriage(ctx(member), UndoTriageInput.parse({ kind: outcome.kind, items: outcome.changed }));
const rowOf = async (id: number) => (await test_.db.select().from(threads).where(eq(threads.id, id)))[0]!;

test("each undo takes back one step, until one that a colleague has made since", async () => {
  const ids = await makeCategories(test_.db, world.workspaceId);
  const id = world.thread.id;
  const first = await change([id], { kind: "category", categoryId: ids.interested });
  const second = await change([id], { kind: "category", categoryId: ids.info });
  expect(await undo(second)).toEqual({ restored: [id], left: [] });
  expect((await rowOf(id)).categoryId).toBe(ids.interested);
  expect(await undo(first)).toEqual({ restored: [id], left: [] });
  expect(await rowOf(id)).toMatchObject({ categoryId: null, categorySource: null });

  const done = await change([id], { kind: "done", on: true });
  const open = await change([id], { kind: "done", on: false });
  expect((await undo(open)).restored).toEqual([id]);
  expect((await rowOf(id)).archivedAt).not.toBeNull();
  expect((await undo(done)).restored).toEqual([id]);
  expect((await rowOf(id)).archivedAt).toBeNull();

  const mine = await change([id], { kind: "important", on: true });
  await change([id], { kind: "important", on: false }, world.manager);
  const again = await change([id], { kind: "important", on: true });
  expect((await undo(again)).restored).toEqual([id]);
  expect(await undo(mine)).toMatchObject({ restored: [], left: [{ by: "Mia Lund" }] });
});

test("a colleague's change that the colleague took back does not stand in the way", async () => {
  const id = world.thread.id;
  const mine = await change([id], { kind: "important", on: true });
  const theirs = await change([id], { kind: "important", on: false }, world.manager);
  await undo(theirs, world.manager);
  expect(await undo(mine)).toEqual({ restored: [id], left: [] });
});
