import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ROLES, type Role } from "@/lib/domain/roles";
import { nothing, type Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { ROUTE_ROWS, type RouteRow } from "@/lib/testing/reach/route-rows";
import { hiddenFrom, tracesOf } from "@/lib/testing/reach/traces-of";
import { withoutIds } from "@/lib/testing/reach/without-ids";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role, every route that reads, and data that is their own, their team's, foreign, and another workspace's.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Asking = { params?: Record<string, string>; query?: Record<string, string> };
const things = {} as Record<Relation, Thing>;
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const relation of RELATIONS) things[relation] = await world.thingOf(relation, "sdr");
});
beforeEach(() => {
  request.cookies = {};
});

async function ask(route: string, role: Role, { params = {}, query = {} }: Asking) {
  world.signInAs(role);
  const { GET } = (await import(path.resolve(route, "route.ts"))) as { GET: Handler };
  const address = `http://localhost:3000/?${new URLSearchParams(query).toString()}`;
  const response = await GET(new Request(address, { headers: { host: "localhost:3000" } }), {
    params: Promise.resolve(params),
  });
  return { status: response.status, text: await response.text() };
}

const mayAsk = (row: Exclude<RouteRow, string>, role: Role) => (row.roles ?? ROLES).includes(role);
const rows = Object.entries(ROUTE_ROWS).flatMap(([route, row]) => (typeof row === "string" ? [] : [{ route, row }]));

test("every route of the code has a row, and every row a route", () => {
  const routes = globSync("app/**/route.ts").map((file) => path.dirname(file));
  expect(routes.filter((route) => !(route in ROUTE_ROWS))).toEqual([]);
  expect(Object.keys(ROUTE_ROWS).filter((route) => !routes.includes(route))).toEqual([]);
});

for (const { route, row } of rows) {
  if (!("of" in row)) continue;
  test(`${route} shows what is within the scope, and answers of all else as of what does not exist`, async () => {
    for (const role of ROLES) {
      const seen: Relation[] = role === "admin" ? ["own", "team", "foreign"] : ["own", "team"];
      const none = nothing();
      const ofNothing = await ask(route, role, row.of(none));
      expect({ role, status: ofNothing.status }).toEqual({ role, status: mayAsk(row, role) ? 404 : 403 });
      for (const relation of RELATIONS) {
        const { status, text } = await ask(route, role, row.of(things[relation]));
        const told = { role, relation, status };
        if (seen.includes(relation) && mayAsk(row, role)) expect([200, 422]).toContain(status);
        else
          expect({ ...told, text: withoutIds(text, things[relation]) }).toEqual({
            ...told,
            status: ofNothing.status,
            text: withoutIds(ofNothing.text, none),
          });
      }
    }
  });
}

for (const { route, row } of rows) {
  if (!("lists" in row)) continue;
  test(`${route} tells each role of nothing beyond their scope`, async () => {
    for (const role of ROLES)
      for (const query of row.lists) {
        const { status, text } = await ask(route, role, { query });
        expect({ role, query, status }).toEqual({ role, query, status: mayAsk(row, role) ? 200 : 403 });
        const traces = hiddenFrom(role)
          .flatMap((hidden) => tracesOf(hidden, things[hidden]))
          .filter((trace) => text.includes(trace));
        expect({ role, query, traces }).toEqual({ role, query, traces: [] });
      }
    if (!row.shows) return;
    const shown = async (role: Role) =>
      (await Promise.all(row.lists.map((query) => ask(route, role, { query })))).map(({ text }) => text).join();
    expect(await shown("sdr")).toContain("ownzz");
    if (row.shows === true) expect(await shown("admin")).toContain("foreignzz");
  });
}
