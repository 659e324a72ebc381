import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { ROLES, type Role } from "@/lib/domain/roles";
import { noDoorThings } from "@/lib/testing/reach/make-door-things";
import { nothing, type Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { type Asked, type Asker, ROUTE_ROWS, type RouteRow } from "@/lib/testing/reach/route-rows";
import { hiddenFrom, tracesOf } from "@/lib/testing/reach/traces-of";
import { withoutIds } from "@/lib/testing/reach/without-ids";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role, every route that reads, and data that is their own, their team's, foreign, and another workspace's.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
process.env.GOOGLE_CLIENT_ID = "threadwell";
process.env.GOOGLE_CLIENT_SECRET = "a-client-secret";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Lists = Extract<RouteRow, { lists: unknown }>["lists"];
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Asking = { params?: Record<string, string>; query?: Record<string, string>; init?: RequestInit };
const things = {} as Record<Relation, Thing>;
const asked = {} as Record<Relation, Asked>;
const askers = {} as Record<Role, Asker>;
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const relation of RELATIONS) {
    const thing = await world.thingOf(relation, "sdr");
    things[relation] = thing;
    asked[relation] = {
      ...thing,
      ...(await world.doorsOf(relation, "sdr", thing)),
      personId: world.people[relation],
    };
  }
  for (const role of ROLES) askers[role] = { memberId: world.members[role].id, feedSecret: await world.feedOf(role) };
});
beforeEach(() => {
  request.cookies = {};
});

async function ask(route: string, role: Role, { params = {}, query = {}, init = {} }: Asking) {
  world.signInAs(role);
  const { method = "GET" } = init;
  const handlers = (await import(path.resolve(route, "route.ts"))) as Record<string, Handler>;
  const address = `http://localhost:3000/?${new URLSearchParams(query).toString()}`;
  const own = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
  const headers = { ...own, ...(init.headers as Record<string, string> | undefined) };
  const response = await handlers[method]!(new Request(address, { ...init, headers }), {
    params: Promise.resolve(params),
  });
  // Where somebody is led on to is all that such an answer says.
  return { status: response.status, text: `${response.headers.get("location") ?? ""}${await response.text()}` };
}

type Asks = Exclude<RouteRow, string | { apart: string }>;
const mayAsk = (row: Asks, role: Role) => (row.roles ?? ROLES).includes(role);
const rows = Object.entries(ROUTE_ROWS).flatMap(([route, row]) =>
  typeof row === "string" || "apart" in row ? [] : [{ route, row }],
);

function seenBy(row: { isPersonal?: true }, role: Role): Relation[] {
  if (row.isPersonal) return role === "sdr" ? ["own"] : [];
  return role === "admin" ? ["own", "team", "foreign"] : ["own", "team"];
}

test("every route of the code has a row, and every row a route", () => {
  const routes = globSync("app/**/route.ts").map((file) => path.dirname(file));
  expect(routes.filter((route) => !(route in ROUTE_ROWS))).toEqual([]);
  expect(Object.keys(ROUTE_ROWS).filter((route) => !routes.includes(route))).toEqual([]);
});

for (const { route, row } of rows) {
  if (!("of" in row)) continue;
  test(`${route} shows what is within the scope, and answers of all else as of what does not exist`, async () => {
    for (const role of ROLES) {
      const seen = seenBy(row, role);
      const none: Asked = { ...nothing(), ...noDoorThings(), personId: newId() };
      const ofNothing = await ask(route, role, row.of(none, askers[role]));
      const { missing = 404, refused = 403 } = row;
      expect({ role, status: ofNothing.status }).toEqual({ role, status: mayAsk(row, role) ? missing : refused });
      for (const relation of RELATIONS) {
        const { status, text } = await ask(route, role, row.of(asked[relation], askers[role]));
        const told = { role, relation, text: withoutIds(text, asked[relation]) };
        const toldOfNothing = { role, relation, text: withoutIds(ofNothing.text, none) };
        if (seen.includes(relation) && mayAsk(row, role)) {
          expect([200, 302, 422]).toContain(status);
          expect(told).not.toEqual(toldOfNothing);
        } else expect({ ...told, status }).toEqual({ ...toldOfNothing, status: ofNothing.status });
      }
    }
  });
}

const asking = (listed: Lists[number], role: Role): Asking =>
  typeof listed === "function" ? listed(askers[role]) : { query: listed };

for (const { route, row } of rows) {
  if (!("lists" in row)) continue;
  test(`${route} tells each role of nothing beyond their scope`, async () => {
    for (const role of ROLES)
      for (const listed of row.lists) {
        const query = asking(listed, role);
        const { status, text } = await ask(route, role, query);
        const isTaken = query.init !== undefined;
        const expected = mayAsk(row, role) ? (isTaken ? 201 : 200) : (row.refused ?? 403);
        expect({ role, query, status }).toEqual({ role, query, status: expected });
        const traces = hiddenFrom(role)
          .flatMap((hidden) => tracesOf(hidden, things[hidden]))
          .filter((trace) => text.includes(trace));
        expect({ role, query, traces }).toEqual({ role, query, traces: [] });
      }
    if (!row.shows) return;
    const shown = async (role: Role) =>
      (await Promise.all(row.lists.map((listed) => ask(route, role, asking(listed, role)))))
        .map(({ text }) => text)
        .join();
    expect(await shown("sdr")).toContain("ownzz");
    if (row.shows === true) expect(await shown("admin")).toContain("foreignzz");
  });
}
