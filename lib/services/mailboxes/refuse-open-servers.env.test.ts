import { beforeAll, expect, test } from "vitest";
import { refuseOpenServers } from "./refuse-open-servers";

beforeAll(() => {
  Object.assign(process.env, {
    AUTH_SECRET: "a-secret-for-tests-only",
    ENCRYPTION_KEY: "a-key-for-tests-only-0123456789",
    ALLOW_PRIVATE_HOSTS: "[::1]:143,Mail.test:25",
  });
});

const open = { imapSecurity: "none", smtpSecurity: "none", smtpHost: "mail.test", smtpPort: 25 };

test.each(["::1", "[::1]"])("a server that the operator named by its IPv6 address may be open: %s", (imapHost) => {
  expect(() => refuseOpenServers({ ...open, imapHost, imapPort: 143 })).not.toThrow();
});

test("another port of a named server may not", () => {
  expect(() => refuseOpenServers({ ...open, imapHost: "::1", imapPort: 144 })).toThrow(
    expect.objectContaining({ fields: [{ path: "imapSecurity", reason: "tls_required" }] }),
  );
});
