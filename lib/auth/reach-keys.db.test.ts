import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newSecret } from "@/lib/core/ids";
import { hashSecret } from "@/lib/core/secrets";
import { apiKeys } from "@/lib/db/schema";
import { API_SCOPES, type ApiScope } from "@/lib/domain/api-scope";
import { ROLES, type Role } from "@/lib/domain/roles";
import { ROUTES } from "@/lib/testing/reach/doors";
import { KEY_ROWS, type KeyRow } from "@/lib/testing/reach/key-rows";
import { nothing, type Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { hiddenFrom, tracesOf } from "@/lib/testing/reach/traces-of";
import { withoutIds } from "@/lib/testing/reach/without-ids";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role's key, for each scope, every route that takes one, and data that is their own, their team's, foreign, another workspace's.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
process.env.API_RATE_PER_2S = "1000";
process.env.API_RATE_PER_MINUTE = "1000";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const things = {} as Record<Relation, Thing>;
let world: ReachWorld;
/** One key a role and scope. A client makes none, but keeps those of the time before they were one. */
const keys = {} as Record<Role, Record<ApiScope, string>>;

beforeAll(async () => {
  world = await makeReachWorld(test_.db, "sandbox");
  for (const relation of RELATIONS) things[relation] = await world.thingOf(relation, "sdr");
  for (const role of ROLES) {
    keys[role] = {} as Record<ApiScope, string>;
    for (const scope of API_SCOPES) keys[role][scope] = await keyOf(role, scope);
  }
});

async function keyOf(role: Role, scope: ApiScope): Promise<string> {
  const secret = `tw_${newSecret()}`;
  const whose = { workspaceId: world.workspaceId, memberId: world.members[role].id };
  const key = { ...whose, name: scope, hint: secret.slice(-4), scopes: [scope], hash: hashSecret(secret) };
  await test_.db.insert(apiKeys).values({ ...key, createdAt: new Date() });
  return secret;
}

async function ask(route: string, key: string, { method, of }: KeyRow, thing: Thing) {
  const { params = {}, query = {}, body } = of(thing);
  const handlers = (await import(path.resolve(route, "route.ts"))) as Record<string, Handler>;
  const address = `http://localhost:3000/?${new URLSearchParams(query).toString()}`;
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", accept: "application/json" };
  const sent = method === "GET" ? {} : { body: JSON.stringify(body) };
  const response = await handlers[method]!(new Request(address, { method, headers, ...sent }), {
    params: Promise.resolve(params),
  });
  return { status: response.status, text: await response.text() };
}

test("every route that takes a key has a row, and every row such a route", () => {
  const routes = Object.keys(ROUTES).filter((route) => ROUTES[route] === "key");
  expect(Object.keys(KEY_ROWS).toSorted()).toEqual(routes.toSorted());
});

for (const [route, row] of Object.entries(KEY_ROWS)) {
  test(`${route} finds with a key what its maker sees, and answers of all else as of what does not exist`, async () => {
    for (const role of ROLES.filter((each) => each !== "client")) {
      const key = keys[role][row.scope];
      const none = nothing();
      const ofNothing = await ask(route, key, row, none);
      expect({ role, status: ofNothing.status }).toEqual({ role, status: row.lists ? 200 : 404 });
      for (const relation of RELATIONS) {
        const { status, text } = await ask(route, key, row, things[relation]);
        const isHidden = hiddenFrom(role).includes(relation);
        const said = withoutIds(text, things[relation]);
        const traces = hiddenFrom(role).flatMap((hidden) => tracesOf(hidden, things[hidden]));
        expect({ role, relation, status, isLikeNothing: said === withoutIds(ofNothing.text, none) }).toEqual({
          role,
          relation,
          status: isHidden ? ofNothing.status : 200,
          isLikeNothing: isHidden,
        });
        expect({ role, relation, traces: traces.filter((trace) => text.includes(trace)) }).toEqual({
          role,
          relation,
          traces: [],
        });
      }
    }
  });

  test(`${route} refuses keys that were made for something else, and a client's, whatever they ask for`, async () => {
    for (const role of ROLES)
      for (const scope of API_SCOPES) {
        if (role !== "client" && scope === row.scope) continue;
        const answers = await Promise.all(
          [...RELATIONS.map((relation) => things[relation]), nothing()].map(
            async (thing) => await ask(route, keys[role][scope], row, thing),
          ),
        );
        expect({ role, scope, statuses: [...new Set(answers.map(({ status }) => status))] }).toEqual({
          role,
          scope,
          statuses: [403],
        });
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      }
  });
}
