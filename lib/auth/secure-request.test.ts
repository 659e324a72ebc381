import { expect, test } from "vitest";
import { secureRequest } from "./secure-request";

const PLAIN = { PORT: 3000, APP_URL: undefined };
const asked = (
  url: string,
  headers: Record<string, string> = {},
  own: { PORT: number; APP_URL: string | undefined } = PLAIN,
) => {
  const request = { url, headers: { host: "localhost:3000", ...headers } as Record<string, string | undefined> };
  const added: Record<string, unknown> = {};
  secureRequest(request, { setHeader: (name, value) => (added[name] = value) as never }, { dev: false, own });
  return { told: request.headers, added };
};
const CSP = "content-security-policy";

test("each page has a nonce of its own, which Next is told too", () => {
  const { told, added } = asked("/inbox?view=all");
  expect(told["x-nonce"]).toMatch(/^[0-9a-f]{32}$/);
  expect(added[CSP]).toContain(`'nonce-${told["x-nonce"]}'`);
  expect(told[CSP]).toBe(added[CSP]);
  expect(asked("/inbox").told["x-nonce"]).not.toBe(told["x-nonce"]);
});

test("what a client says of nonce, policy, path and origin is overwritten", () => {
  const names = ["x-nonce", CSP, "x-threadwell-path", "x-forwarded-host", "x-forwarded-proto"];
  const forged = Object.fromEntries(names.map((name) => [name, "evil.test"]));
  for (const url of ["/inbox", "/api/threads", "/api/messages/7/frame"])
    expect(JSON.stringify(asked(url, forged).told)).not.toContain("evil");
});

test("the path is the one that was asked for, without what the router adds", () => {
  for (const [url, path] of [
    ["/inbox", "/inbox"],
    ["/inbox?view=all&q=a%20b", "/inbox?view=all&q=a%20b"],
    ["/inbox?_rsc=1x2", "/inbox"],
    ["/inbox?view=all&_rsc=1x2", "/inbox?view=all"],
    ["/inbox?_rsc=1x2&view=all", "/inbox?view=all"],
  ] as const)
    expect(asked(url).told["x-threadwell-path"]).toBe(path);
});

test.each([
  "//api/messages/7/frame",
  "/inbox/../api/messages/7/frame",
  "http://localhost/api/messages/7/frame",
  "/inbox?/api/messages/7/frame",
  "/inbox#/api/messages/7/frame",
  "/api\\messages\\7\\frame",
])("an address that only looks like that of a message's frame keeps the page's policy: %s", (url) => {
  expect(asked(url).added[CSP]).toBeDefined();
});

test("a file of the build is left as it is, and nothing that only begins like one", () => {
  expect(asked("/_next/static/chunks/one.js").added).toEqual({});
  expect(asked("/fonts/inter-4.1-letters.woff2").added).toEqual({});
  for (const url of [
    "/_next/static/../../inbox",
    "/_next/static/%2E%2e/%2e./inbox",
    "/_next/statics",
    "/fonts/inter-4.1-letters.woff2/inbox",
    "/x/_next/static/one.js",
  ])
    expect(asked(url).added).toHaveProperty("x-content-type-options", "nosniff");
});

test("behind TLS the origin is APP_URL's, whatever name was asked for; only the sign-in is told of the TLS", () => {
  const own = { PORT: 3000, APP_URL: "https://mail.acme.test" };
  const { told, added } = asked("/inbox", { host: "10.0.0.7:3000", "x-forwarded-proto": "https" }, own);
  expect(told).toMatchObject({ "x-forwarded-host": "mail.acme.test", "x-forwarded-proto": "http" });
  expect(added).toHaveProperty("strict-transport-security");
  expect(asked("/api/auth/session", {}, own).told["x-forwarded-proto"]).toBe("https");
});

test("a name that is no address is not ours, and harms nobody", () => {
  expect(asked("/inbox", { host: "localhost:99999" }).told["x-forwarded-host"]).toBe("localhost:3000");
});
