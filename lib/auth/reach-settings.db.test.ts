import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/action";
import { ACTION_ROWS } from "@/lib/testing/reach/action-rows";
import { makeSettings, type Settings } from "@/lib/testing/reach/make-settings";
import { makeReachWorld, type ReachWorld } from "@/lib/testing/reach/reach-world";
import { SETTINGS_ROWS } from "@/lib/testing/reach/settings-rows";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every action about settings or what is somebody's own: with the ids of one's own, of a colleague and of another workspace.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Action = (input: unknown) => Promise<ActionResult<unknown>>;
const actions = new Map<string, Action>();
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const file of globSync("lib/actions/*.ts").filter((each) => !/(^|\/)action\.ts$|\.test\.ts$/.test(each)))
    for (const [name, action] of Object.entries((await import(path.resolve(file))) as Record<string, Action>))
      actions.set(`${path.basename(file, ".ts")}.${name}`, action);
});

const isOwn = (name: string) => typeof ACTION_ROWS[name] === "object";
const named = Object.entries(SETTINGS_ROWS).flatMap(([name, row]) => (row ? [{ name, row }] : []));

/** All rows of a workspace, whatever they are about. */
async function rowsOf(workspaceId: string): Promise<string> {
  const tables = await test_.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await test_.db.execute<{ row: string }>(
      sql`select each::text as row from ${sql.identifier(name)} each where workspace_id = ${workspaceId} order by 1`,
    );
    found.push(`${name}: ${rows.map(({ row }) => row).join("\n")}`);
  }
  return found.join("\n");
}

const nobodys = ({ address, ...ids }: Settings): Settings => ({
  ...(Object.fromEntries(Object.keys(ids).map((key) => [key, crypto.randomUUID()])) as Omit<Settings, "address">),
  address,
});

test("every action about settings or what is one's own has a row, and every row such an action", () => {
  const wanted = Object.entries(ACTION_ROWS).flatMap(([name, row]) =>
    row === "settings" || "own" in row ? [name] : [],
  );
  expect(Object.keys(SETTINGS_ROWS).toSorted()).toEqual(wanted.toSorted());
});

for (const { name, row } of named)
  test(`${name} reaches its own workspace alone, and of what is somebody's own nobody else's`, async () => {
    const { workspaceId, members, strangerId, colleagueId, places } = world;
    const make = (ownerId: string, of = workspaceId) => makeSettings(test_.db, { workspaceId: of, ownerId });
    world.signInAs("admin");
    const action = actions.get(name)!;
    expect(await action(row(await make(members.admin.id)))).toMatchObject({ ok: true });

    const theirs = await make(strangerId, places.elsewhere.workspaceId);
    const before = await rowsOf(places.elsewhere.workspaceId);
    const answer = await action(row(theirs));
    expect(answer).toMatchObject({ ok: false });
    expect(answer).toEqual(await action(row(nobodys(theirs))));
    expect(await rowsOf(places.elsewhere.workspaceId)).toBe(before);

    if (!isOwn(name)) return;
    world.signInAs("sdr");
    const colleagues = await make(colleagueId);
    const known = await rowsOf(workspaceId);
    expect(await action(row(colleagues))).toMatchObject({ ok: false });
    expect(await rowsOf(workspaceId)).toBe(known);
  });
