import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "@/lib/core/ids";
import { ROLES, type Role } from "@/lib/domain/roles";
import type { Thing } from "@/lib/testing/reach/make-thing";
import { makeReachWorld, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { ROUTE_ROWS } from "@/lib/testing/reach/route-rows";
import { SECRET_ROWS } from "@/lib/testing/reach/secret-rows";
import { tracesOf } from "@/lib/testing/reach/traces-of";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role and a stranger, every route that is asked by a secret, and secrets of own, their team's, foreign and another workspace's data.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const things = {} as Record<Relation, Thing>;
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db);
  for (const relation of RELATIONS) things[relation] = await world.thingOf(relation, "sdr");
});

let asked = 0;
async function ask(route: string, who: Role | null, secret: string) {
  if (who) world.signInAs(who);
  else request.cookies = {};
  const { name, init } = SECRET_ROWS[route]!;
  const { method = "GET", headers, ...rest }: RequestInit = init?.() ?? {};
  const handlers = (await import(path.resolve(route, "route.ts"))) as Record<string, Handler>;
  const own = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
  // Each from an address of its own, so that wrong secrets do not add up.
  const from = { "x-forwarded-for": `10.0.0.${asked++ % 250}` };
  const sent = { ...own, ...from, ...(headers as Record<string, string> | undefined) };
  const response = await handlers[method]!(new Request("http://localhost:3000/", { method, headers: sent, ...rest }), {
    params: Promise.resolve({ [name]: secret }),
  });
  const named = response.headers.get("content-disposition") ?? "";
  return { status: response.status, text: named + (await response.text()) };
}

test("every route that is asked by a secret has a row, and every row such a route", () => {
  const routes = Object.keys(ROUTE_ROWS).filter((route) => ROUTE_ROWS[route] === "secret");
  expect(Object.keys(SECRET_ROWS).toSorted()).toEqual(routes.toSorted());
});

for (const [route, row] of Object.entries(SECRET_ROWS))
  test(`${route} opens what its secret is for to whoever has it, nothing else, and nothing to anybody else`, async () => {
    for (const who of [null, ...ROLES]) {
      for (const relation of RELATIONS) {
        const place = world.places[relation];
        const inviterId = relation === "elsewhere" ? world.strangerId : world.members.admin.id;
        const secret = await row.give(test_.db, { place, thing: things[relation], inviterId });
        const { status, text } = await ask(route, who, secret);
        expect({ who, relation, status }).toEqual({ who, relation, status: 200 });
        expect(text).toContain(row.says(place));
        const others = RELATIONS.filter((each) => each !== relation).flatMap((each) => tracesOf(each, things[each]));
        expect({ who, relation, traces: others.filter((trace) => text.includes(trace)) }).toEqual({
          who,
          relation,
          traces: [],
        });
      }
      expect({ who, status: (await ask(route, who, newId())).status }).toEqual({ who, status: 404 });
    }
  });
