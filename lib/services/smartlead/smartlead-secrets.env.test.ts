import { beforeEach, expect, test, vi } from "vitest";

const FORMER = "the-former-key-0123456789";
const PRESENT = "the-present-key-0123456789";
const ID = "0198c0de-0000-7000-8000-000000000001";
const KEY = "sl-key-0123456789-wxyz";

/** The code as a program runs it that was started with these keys. */
async function startedWith(present: string, former?: string) {
  vi.resetModules();
  delete (globalThis as { threadwellEnv?: unknown }).threadwellEnv;
  process.env.AUTH_SECRET = "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY = present;
  if (former) process.env.ENCRYPTION_KEY_OLD = former;
  else delete process.env.ENCRYPTION_KEY_OLD;
  return import("./smartlead-secrets");
}
type Secrets = Awaited<ReturnType<typeof startedWith>>;
let app: Secrets;
beforeEach(async () => {
  app = await startedWith(FORMER);
});

const rowBy = ({ sealKey, sealWebhookSecret, sealSigningSecret }: Secrets, id = ID) => ({
  id,
  ...sealKey(id, KEY),
  ...sealWebhookSecret(id, "in-the-address"),
  ...sealSigningSecret(id, "signs-bodies"),
});

test("what is sealed is read again, and shows nothing but the key's end", () => {
  const row = rowBy(app);

  expect(app.smartleadSecrets(row)).toEqual({
    key: KEY,
    webhookSecret: "in-the-address",
    signingSecret: "signs-bodies",
  });
  expect(row.keyHint).toBe("wxyz");
  expect(JSON.stringify(row)).not.toMatch(/sl-key|in-the-address|signs-bodies/);
  expect(app.smartleadSecrets({ ...row, key: null, signingSecret: null })).toMatchObject({
    key: null,
    signingSecret: null,
  });
});

test("a value moved to another connection, or to another place in it, is not read", () => {
  const row = rowBy(app);

  expect(() => app.smartleadSecrets({ ...row, id: ID.replace(/1$/, "2") })).toThrow();
  expect(() => app.smartleadSecrets({ ...row, signingSecret: row.key })).toThrow();
});

test("all of it outlives a rotation, and the hashes stay what they are", async () => {
  const row = rowBy(app);

  const both = await startedWith(PRESENT, FORMER);
  const moved = both.resealSmartlead(row);
  const alone = await startedWith(PRESENT);

  expect(Object.keys(moved).toSorted()).toEqual(["key", "signingSecret", "webhookSecret"]);
  expect(alone.smartleadSecrets({ ...row, ...moved })).toMatchObject({ key: KEY, webhookSecret: "in-the-address" });
  expect(both.resealSmartlead({ ...row, ...moved })).toEqual({});
  expect([alone.smartleadKeyHash(KEY), alone.webhookSecretHash("in-the-address")]).toEqual([
    row.keyHash,
    row.webhookHash,
  ]);
});
