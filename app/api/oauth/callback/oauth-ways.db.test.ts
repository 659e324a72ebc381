import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { COOKIE_NAME } from "@/lib/auth/token";
import { sessions } from "@/lib/db/schema";
import { makeWorld, type World } from "@/lib/testing/factories";
import { request } from "@/lib/testing/request-cookies";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { GET as start } from "../start/[mailboxId]/route";
import { GET as callback } from "./route";

const database = testDatabase();
let world: World;

// The request as Next gives it.
vi.mock("next/headers", async () => (await import("@/lib/testing/request-cookies")).nextHeaders());

beforeEach(async () => {
  world = await makeWorld(database.db);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const [session] = await database.db.insert(sessions).values({ memberId: world.admin.id, expiresAt }).returning();
  request.cookies = { [COOKIE_NAME]: await encode({ token: { sid: session!.id }, secret: process.env.AUTH_SECRET! }) };
});

const ledTo = (response: Response): string => response.headers.get("location")!.replace(/^https?:\/\/[^/]+/, "");

test("who comes back without the ticket, or in another browser, reads why nothing has changed", async () => {
  const back = new Request("http://here.test/api/oauth/callback?code=c&state=s");

  expect(ledTo(await callback(back, { params: Promise.resolve({}) }))).toBe("/settings/mailboxes?signIn=expired");
});

test("who wants to sign in with a provider that is not set up reads that", async () => {
  const way = new Request(`http://here.test/api/oauth/start/${world.mailbox.id}`);
  const params = Promise.resolve({ mailboxId: world.mailbox.id });

  expect(ledTo(await start(way, { params }))).toBe("/settings/mailboxes?signIn=unset");
});
