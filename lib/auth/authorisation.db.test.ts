import { globSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { isValidElement } from "react";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ActionResult } from "@/lib/actions/action";
import { newId } from "@/lib/core/ids";
import { sessions } from "@/lib/db/schema";
import { ROLES, type Role } from "@/lib/domain/roles";
import { makeMember, makeWorkspace } from "@/lib/testing/factories";
import { ACTIONS } from "@/lib/testing/reach/action-doors";
import { PAGES, ROUTES } from "@/lib/testing/reach/doors";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { COOKIE_NAME } from "./token";

const world = testDatabase();

// The request as Next gives it: this cookie jar, and keys for words.
vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());
vi.mock("next-intl/server", async () => (await import("@/lib/testing/request-words")).nextIntlServer());

/** What Next throws to lead a page's reader to another. */
const ledTo = (page: string) => ({ digest: expect.stringMatching(`^NEXT_REDIRECT;[a-z]+;${page}[?;]`) });

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Page = {
  default: (props: Record<"params" | "searchParams", Promise<Record<string, string>>>) => Promise<unknown>;
};
type Action = (input: unknown) => Promise<ActionResult<unknown>>;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

const routeFiles = globSync("app/**/route.ts");
const pageFiles = globSync("app/**/page.tsx");
const actionFiles = globSync("lib/actions/*.ts").filter((file) => !/(^|\/)action\.ts$|\.test\.ts$/.test(file));
const load = (file: string) => import(path.resolve(file)) as Promise<Record<string, unknown>>;
const empty = () => ({ params: Promise.resolve({}), searchParams: Promise.resolve({}) });

/** Runs a page as Next does: a page may leave the asking to a component of its own. */
async function draw(page: Page, params: Record<string, string>): Promise<void> {
  let drawn = await page.default({ params: Promise.resolve(params), searchParams: Promise.resolve({}) });
  while (isValidElement(drawn) && typeof drawn.type === "function")
    drawn = await (drawn.type as (props: unknown) => unknown)(drawn.props);
}

const cookies = {} as Record<Role, string>;
beforeAll(async () => {
  const { id: workspaceId } = await makeWorkspace(world.db);
  for (const role of ROLES) {
    const member = await makeMember(world.db, { workspaceId, role });
    const [session] = await world.db
      .insert(sessions)
      .values({ memberId: member.id, expiresAt: new Date(Date.now() + 3_600_000) })
      .returning();
    cookies[role] = await encode({ token: { sid: session!.id }, secret: process.env.AUTH_SECRET! });
  }
});
beforeEach(() => {
  request.cookies = {};
});
const signInAs = (role: Role) => (request.cookies = { [COOKIE_NAME]: cookies[role] });

test("every route, page and action of the code stands in the tables", async () => {
  const folders = (files: string[]) => files.map((file) => path.dirname(file));
  expect(folders(routeFiles).filter((route) => !(route in ROUTES))).toEqual([]);
  expect(folders(pageFiles).filter((page) => !(page in PAGES))).toEqual([]);
  expect((await allActions()).map(({ name }) => name).filter((name) => !(name in ACTIONS))).toEqual([]);
  expect(Math.min(routeFiles.length, pageFiles.length, actionFiles.length)).toBeGreaterThan(4);
});

for (const file of routeFiles) {
  const folder = path.dirname(file);
  if (ROUTES[folder] === "open" || ROUTES[folder] === "way") continue;
  test(`${folder} answers a stranger 401`, { timeout: 60_000 }, async () => {
    const route = await load(file);
    const answers: number[] = [];
    for (const method of METHODS) {
      const handler = route[method] as Handler | undefined;
      if (handler) answers.push((await handler(strangersRequest(method), empty())).status);
    }
    expect(answers).toContain(401);
    expect(answers.filter((status) => status !== 401 && status !== 405)).toEqual([]);
  });
}

for (const file of routeFiles.filter((one) => ROUTES[path.dirname(one)] === "way"))
  test(`${path.dirname(file)} leads a stranger to the sign-in page, and whom it refuses to the mailboxes`, async () => {
    const get = (await load(file)).GET as Handler;
    const led = async () => {
      const { status, headers } = await get(strangersRequest("GET"), empty());
      return [status, new URL(headers.get("location")!).pathname, /Max-Age=0/u.test(headers.get("set-cookie")!)];
    };
    expect(await led()).toEqual([302, "/sign-in", true]);
    signInAs("sdr");
    expect(await led()).toEqual([302, "/settings/mailboxes", true]);
  });

for (const file of pageFiles) {
  const roles = PAGES[path.dirname(file)];
  if (!roles || roles === "open") continue;
  test(
    `${path.dirname(file)} sends strangers to the sign-in page and other roles away`,
    { timeout: 60_000 },
    async () => {
      const page = (await load(file)) as Page;
      const params = file.includes("[threadId]") ? { threadId: "1" } : { mailboxId: newId() };
      await expect(draw(page, params)).rejects.toMatchObject(ledTo("/sign-in"));
      for (const role of ROLES.filter((one) => !roles.includes(one))) {
        signInAs(role);
        await expect(draw(page, params)).rejects.toMatchObject(ledTo("/inbox"));
      }
    },
  );
}

test("every action refuses a stranger, whatever is sent", async () => {
  for (const { name, action } of await allActions()) {
    const entry = ACTIONS[name];
    const input = typeof entry === "object" ? entry.input : {};
    expect({ name, ...(await action(input)) }).toEqual({ name, ok: false, error: { code: "unauthenticated" } });
  }
});

test("every action of some roles refuses the others", async () => {
  for (const { name, action } of await allActions()) {
    const entry = ACTIONS[name];
    if (typeof entry !== "object") continue;
    for (const role of ROLES.filter((one) => ![entry.only].flat().includes(one))) {
      signInAs(role);
      expect({ name, role, ...(await action(entry.input)) }).toMatchObject({
        name,
        role,
        error: { code: "forbidden" },
      });
    }
  }
});

test("a cookie of another secret, and one of an ended session, are a stranger's", async () => {
  const { getActor } = await import("./actor");
  signInAs("sdr");
  expect(await getActor()).not.toBeNull();

  request.cookies = { [COOKIE_NAME]: await encode({ token: { sid: newId() }, secret: process.env.AUTH_SECRET! }) };
  expect(await getActor()).toBeNull();
  request.cookies = {
    [COOKIE_NAME]: await encode({ token: { sid: newId() }, secret: "another-secret-of-this-length" }),
  };
  expect(await getActor()).toBeNull();
});

function strangersRequest(method: string): Request {
  const headers = { host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" };
  const body = method === "GET" ? {} : { body: "{}" };
  return new Request("http://localhost:3000/", { method, headers, ...body });
}

async function allActions(): Promise<{ name: string; action: Action }[]> {
  const modules = await Promise.all(
    actionFiles.map(async (file) => [path.basename(file, ".ts"), await load(file)] as const),
  );
  return modules.flatMap(([area, module]) =>
    Object.entries(module).map(([name, action]) => ({ name: `${area}.${name}`, action: action as Action })),
  );
}
