import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/action";
import { ROLES, type Role } from "@/lib/domain/roles";
import { ACTION_ROWS } from "@/lib/testing/reach/action-rows";
import { nothing, type Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, NARROWED, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { withoutIds } from "@/lib/testing/reach/without-ids";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role, every action, and data that is their own, their team's, foreign, and another workspace's.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Action = (input: unknown) => Promise<ActionResult<unknown>>;
const actions: { name: string; action: Action }[] = [];
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const file of globSync("lib/actions/*.ts").filter((each) => !/(^|\/)action\.ts$|\.test\.ts$/.test(each)))
    for (const [name, action] of Object.entries((await import(path.resolve(file))) as Record<string, Action>))
      actions.push({ name: `${path.basename(file, ".ts")}.${name}`, action });
});
beforeEach(() => {
  request.cookies = {};
});

const MAY: readonly Role[] = ["sdr", "manager", "admin"];
const ofThreads = Object.entries(ACTION_ROWS).flatMap(([name, row]) =>
  typeof row === "object" && "of" in row ? [{ name, input: row.of, roles: row.roles ?? MAY }] : [],
);
const made = new Map<string, Promise<Thing>>();
/** What a role does not see is changed by nothing that it does, so that one of it is enough. */
function outOfSight(relation: Relation, role: Role): Promise<Thing> {
  const key = `${relation} ${role}`;
  const thing = made.get(key) ?? world.thingOf(relation, role);
  made.set(key, thing);
  return thing;
}

const actionOf = (name: string): Action => actions.find((each) => each.name === name)!.action;

async function ask(
  name: string,
  input: (thing: Thing, colleagueId: string) => unknown,
  role: Role,
  thing: Thing,
): Promise<string> {
  world.signInAs(role);
  return withoutIds(await actionOf(name)(input(thing, world.colleagueId)), thing);
}

test("every action of the code has a row, and every row an action", () => {
  const names = actions.map(({ name }) => name);
  expect(names.filter((name) => !(name in ACTION_ROWS))).toEqual([]);
  expect(Object.keys(ACTION_ROWS).filter((name) => !names.includes(name))).toEqual([]);
});

for (const { name, input, roles } of ofThreads)
  test(`${name} finds what is within the scope, and answers of all else as of what does not exist`, async () => {
    const inSight: Record<Role, Relation[]> = {
      client: [],
      sdr: ["own"],
      manager: ["team"],
      admin: ["foreign"],
    };
    for (const role of ROLES.filter((each) => roles.includes(each)))
      for (const relation of inSight[role]) {
        const answer = await ask(name, input, role, await world.thingOf(relation, role));
        expect({ role, relation, answer }).toEqual({
          role,
          relation,
          answer: expect.not.stringMatching(/not_found|"forbidden"|"invalid"/),
        });
      }
    for (const role of [...NARROWED, "admin"] as Role[]) {
      const ofNothing = await ask(name, input, role, nothing());
      const out: Relation[] = role === "admin" ? ["elsewhere"] : ["foreign", "elsewhere"];
      for (const relation of out) {
        const answer = await ask(name, input, role, await outOfSight(relation, role));
        expect({ role, relation, answer }).toEqual({ role, relation, answer: ofNothing });
      }
    }
  });

test("every action refuses whose role may not, whatever it is about", async () => {
  for (const [name, row] of Object.entries(ACTION_ROWS)) {
    if (row === "settings") continue;
    const thing = await world.thingOf("own", "client");
    for (const role of ROLES.filter((each) => !(row.roles ?? MAY).includes(each))) {
      world.signInAs(role);
      const answer = await actionOf(name)("of" in row ? row.of(thing, world.colleagueId) : row.own);
      expect({ name, role, answer }).toMatchObject({ name, role, answer: { error: { code: "forbidden" } } });
    }
  }
});
