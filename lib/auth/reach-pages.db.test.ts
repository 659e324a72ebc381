import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ROLES, type Role } from "@/lib/domain/roles";
import { PAGES } from "@/lib/testing/reach/doors";
import { nothing, type Thing } from "@/lib/testing/reach/make-thing";
import { PAGE_ROWS } from "@/lib/testing/reach/page-rows";
import { payloadOf } from "@/lib/testing/reach/payload-of";
import { hiddenFrom, tracesOf } from "@/lib/testing/reach/traces-of";
import { makeReachWorld, PRIVATE, RELATIONS, type ReachWorld, type Relation } from "@/lib/testing/reach/reach-world";
import { withoutIds } from "@/lib/testing/reach/without-ids";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";

// Every role, every page and layout, and data that is their own, their team's, foreign, and another workspace's.
const test_ = testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "threadwell-reach-"));
process.env.DATA_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

type Props = { params: Promise<object>; searchParams: Promise<object>; children: null };
type Ask = { params?: Record<string, string>; query?: Record<string, string> };
const things = {} as Record<Relation, Thing>;
let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld(test_.db, "sandbox");
  for (const relation of RELATIONS) things[relation] = await world.thingOf(relation, "sdr");
});
beforeEach(() => {
  request.cookies = {};
});

/** What the browser is sent, but for the moment at which it was read; "not found" for what is said to be none. */
async function drawn(name: string, role: Role, { params = {}, query = {} }: Ask): Promise<string> {
  world.signInAs(role);
  const page = (await import(path.resolve(`${name}.tsx`))) as { default: (props: Props) => unknown };
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query), children: null };
  try {
    const payload = await payloadOf(await page.default(props));
    return payload.replaceAll(/"(dataUpdatedAt|dehydratedAt)":\d+|"renderedAt":"[^"]+"/gu, "");
  } catch (error) {
    if ((error as { digest?: string }).digest === "NEXT_HTTP_ERROR_FALLBACK;404") return "not found";
    throw error;
  }
}

const rolesOf = (name: string): readonly Role[] => {
  const may = name.endsWith("layout") ? ROLES : PAGES[path.dirname(name)]!;
  return may === "open" ? ROLES : may;
};
const rows = Object.entries(PAGE_ROWS).flatMap(([name, row]) => (row === "apart" ? [] : [{ name, row }]));

test("every page and layout of the code has a row, and every row its file", () => {
  const names = globSync("app/**/{page,layout}.tsx").map((file) => file.replace(/\.tsx$/u, ""));
  expect(names.filter((name) => !(name in PAGE_ROWS))).toEqual([]);
  expect(Object.keys(PAGE_ROWS).filter((name) => !names.includes(name))).toEqual([]);
});

for (const { name, row } of rows)
  if ("asks" in row)
    test(`${name} is drawn with nothing beyond its reader's scope`, { timeout: 120_000 }, async () => {
      for (const role of rolesOf(name)) {
        let shown = "";
        for (const relation of RELATIONS)
          for (const ask of row.asks.map((each) => each(things[relation]))) {
            const payload = await drawn(name, role, ask);
            shown += payload;
            const asked = JSON.stringify(ask);
            const traces = [PRIVATE, ...hiddenFrom(role).flatMap((hidden) => tracesOf(hidden, things[hidden]))].filter(
              (trace) => payload.includes(trace) && !asked.includes(trace.replaceAll(/[:,]/gu, "")),
            );
            expect({ role, ask, traces }).toEqual({ role, ask, traces: [] });
          }
        if (row.shows === true || (row.shows === "theirs" && role === "sdr"))
          expect({ role, shown }).toEqual({ role, shown: expect.stringContaining("ownzz") });
      }
    });
  else
    test(`${name} shows what is within the scope, and is drawn of all else as of what does not exist`, async () => {
      for (const role of rolesOf(name)) {
        const none = nothing();
        const ofNothing = withoutIds(await drawn(name, role, row.of(none)), none);
        for (const relation of RELATIONS) {
          const payload = await drawn(name, role, row.of(things[relation]));
          const isLikeNothing = withoutIds(payload, things[relation]) === ofNothing;
          expect({ role, relation, isLikeNothing, shows: payload.includes(`${relation}zz`) }).toEqual({
            role,
            relation,
            isLikeNothing: hiddenFrom(role).includes(relation),
            shows: !hiddenFrom(role).includes(relation),
          });
        }
      }
    });
