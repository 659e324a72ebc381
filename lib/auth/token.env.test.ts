import { encode } from "next-auth/jwt";
import { beforeAll, expect, test } from "vitest";
import { COOKIE_NAME, readSessionId, SECURE_COOKIE_NAME } from "./token";

const SECRET = "a-secret-of-sixteen-and-more";
let token: string;

beforeAll(async () => {
  Object.assign(process.env, {
    APP_URL: "https://inbox.acme.test",
    AUTH_SECRET: SECRET,
    ENCRYPTION_KEY: "a-key-of-sixteen-and-more",
  });
  token = await encode({ token: { sid: "the-session" }, secret: SECRET });
});

const read = (name: string, value: string) =>
  readSessionId({ get: (asked) => (asked === name ? { value } : undefined) });

test("under https a session counts by its host-bound cookie alone", async () => {
  expect(await read(SECURE_COOKIE_NAME, token)).toBe("the-session");
  expect(await read(COOKIE_NAME, token)).toBeNull();
});

test("a token sealed under another secret names nobody", async () => {
  const forged = await encode({ token: { sid: "the-session" }, secret: "another-secret-of-this-length" });
  expect(await read(SECURE_COOKIE_NAME, forged)).toBeNull();
});
