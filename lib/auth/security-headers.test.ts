import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers";

const answer = { nonce: "n0nce", pathname: "/inbox", secure: false, dev: false };
const CSP = "content-security-policy";

test("a page runs scripts and styles by this answer's nonce only, and nobody frames it", () => {
  const policy = securityHeaders(answer)[CSP];
  expect(policy).toContain("script-src 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).toContain("style-src 'self' 'nonce-n0nce';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toMatch(/style-src [^;]*'unsafe-inline'/);
});

test("only the routes of a message's frame and of a thread on paper may write their own policy", () => {
  for (const pathname of ["/api/messages/7/frame", "/api/replies/preview/frame", "/api/threads/7/print"])
    expect(securityHeaders({ ...answer, pathname })).not.toHaveProperty(CSP);
  for (const pathname of [
    "/api/messages/7/frame/x",
    "/x/api/messages/7/frame",
    "/api/replies/7/frame",
    "/api/messages/7/source",
    "/api/threads/7/print/x",
    "/api/images/signed-token",
    "/api/threads",
  ])
    expect(securityHeaders({ ...answer, pathname })[CSP]).toContain("frame-ancestors 'none'");
});

test("a picture of a sent message shows in other people's webmail, and nothing else is lent to other sites", () => {
  const CORP = "cross-origin-resource-policy";
  const file = securityHeaders({ ...answer, pathname: "/api/files/signed-token" });
  expect(file).toMatchObject({ [CORP]: "cross-origin", "x-content-type-options": "nosniff" });
  expect(file[CSP]).toContain("sandbox");
  for (const pathname of ["/api/attachments/7", "/api/filesystem", "/inbox", "/x/api/files/7"])
    expect(securityHeaders({ ...answer, pathname })[CORP]).toBe("same-origin");
});

test("an address behind TLS asks browsers to stay there, localhost does not", () => {
  expect(securityHeaders({ ...answer, secure: true })).toHaveProperty("strict-transport-security");
  expect(securityHeaders(answer)).not.toHaveProperty("strict-transport-security");
});

test("an address that is a permission, or holds a key, is told to nobody", () => {
  const REFERRER = "referrer-policy";
  for (const pathname of ["/invitation/secret", "/api/calendar/secret", "/api/v1/email-campaigns"])
    expect(securityHeaders({ ...answer, pathname })[REFERRER]).toBe("no-referrer");
  for (const pathname of ["/inbox", "/api/threads", "/x/invitation/secret"])
    expect(securityHeaders({ ...answer, pathname })[REFERRER]).toBe("same-origin");
});
