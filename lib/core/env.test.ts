import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EnvSchema, parseEnv } from "./env";

const problemsOf = (source: Record<string, string>) => {
  const result = parseEnv(source);
  return "problems" in result ? result.problems : [];
};

test("nothing is needed", () => {
  expect(parseEnv({})).toMatchObject({
    env: { PORT: 3000, SANDBOX: "on", WORKER: "on", STORAGE: "local", ALLOW_PRIVATE_HOSTS: [] },
  });
});

test("an empty variable counts as unset", () => {
  expect(parseEnv({ PORT: "", SANDBOX_PASSWORD: "" })).toMatchObject({ env: { PORT: 3000 } });
});

test.each([
  ["PORT", "http", "must be a port number"],
  ["PORT", "70000", "must lie between 0 and 65535"],
  ["SANDBOX", "yes", "must be on or off"],
  ["WORKER", "true", "must be on or off"],
  ["DATABASE_URL", "mysql://x/y", "must begin with postgres"],
  ["APP_URL", "inbox.example.com", "must be an http(s) address"],
  ["SANDBOX_PASSWORD", "too short", "needs 16 to 128 printable characters"],
  ["SANDBOX_API_KEY", `${"k".repeat(129)}`, "needs 16 to 128 printable characters"],
  ["ADMIN_EMAIL", "admin", "must be an address"],
  ["ADMIN_PASSWORD", "short", "needs at least 12 characters"],
  ["AUTH_SECRET", "short", "needs at least 16 characters"],
  ["ALLOW_PRIVATE_HOSTS", "127.0.0.1", "must be host:port"],
  ["IMAGE_PROXY_ALLOW", "localhost", "must be host:port"],
  ["SMARTLEAD_BASE_URL", "server.smartlead.ai", "must be an http(s) address"],
  ["SMARTLEAD_BASE_URL", "https://me:pw@server.test/api", "must be an address without a name"],
  ["SMARTLEAD_PER_MINUTE", "0", "must be a positive number"],
  ["OIDC_ISSUER", "login.acme.test", "must be an http(s) address"],
  ["OIDC_ISSUER", "http://login.acme.test", "must be https, or http on this machine"],
  ["OIDC_ISSUER", "https://login.acme.test/?a=b", "must be https, or http on this machine"],
  ["STORAGE", "disk", "must be local or s3://"],
])("a wrong %s is named", (name, value, sentence) => {
  expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(`${name} ${sentence}`)]);
});

test("an OpenID provider is set wholly or not at all", () => {
  const whole = { OIDC_ISSUER: "http://localhost:9000/realm", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
  expect(problemsOf(whole)).toEqual([]);
  const all = "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set all together or not at all.";
  for (const name of Object.keys(whole)) expect(problemsOf({ ...whole, [name]: "" })).toEqual([all]);
});

test("every wrong variable is named at once, and no value is repeated", () => {
  const problems = problemsOf({ PORT: "x", ADMIN_PASSWORD: "hunter2", SANDBOX: "maybe" });

  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toContain("hunter2");
});

test("the README lists every variable", () => {
  const table = readFileSync("README.md", "utf8").split("### Environment")[1]!.split("\n## ")[0]!;

  for (const name of Object.keys(EnvSchema.shape)) expect(table).toContain(`\`${name}\``);
});
