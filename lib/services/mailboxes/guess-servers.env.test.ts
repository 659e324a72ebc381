import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/services/context";
import { guessServers, type Sources } from "./guess-servers";
import { readAutoconfig } from "./read-autoconfig";

const actor: Actor = {
  memberId: "1",
  workspaceId: "1",
  role: "admin",
  name: "Ada",
  email: "ada@acme.test",
  scope: null,
};
const never = () => new Promise<never>(() => undefined);
const silent: Sources = {
  mx: () => Promise.resolve([]),
  srv: () => Promise.resolve(null),
  file: () => Promise.reject(new Error("nothing there")),
};
const guess = (address: string, sources: Partial<Sources> = {}) =>
  guessServers({ actor }, { address }, { ...silent, ...sources });

beforeAll(() => {
  process.env.AUTH_SECRET = "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY = "a-key-for-tests-only-0123456789";
  process.env.GOOGLE_CLIENT_ID = "client";
  process.env.GOOGLE_CLIENT_SECRET = "secret";
});

const CONFIG = `<?xml version="1.0"?>
<!DOCTYPE clientConfig [<!ENTITY evil SYSTEM "file:///etc/passwd">]>
<clientConfig version="1.1"><emailProvider id="acme.test">
  <incomingServer type="pop3"><hostname>pop.acme.test</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>open.acme.test</hostname><port>143</port><socketType>plain</socketType></incomingServer>
  <incomingServer type="imap">
    <hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username>
  </incomingServer>
  <outgoingServer type="smtp"><hostname>smtp.acme.test</hostname><port>587</port><socketType>STARTTLS</socketType></outgoingServer>
</emailProvider></clientConfig>`;

test("a provider's own address is known without asking anybody", async () => {
  const found = await guess("ana@gmail.com", { mx: never, srv: never, file: never });

  expect(found).toMatchObject({
    source: "provider",
    provider: { name: "Gmail", signIn: "google", hint: "app_password" },
    imap: { host: "imap.gmail.com", port: 993, security: "tls" },
    smtp: { host: "smtp.gmail.com", port: 465, security: "tls" },
    user: "ana@gmail.com",
    oauth: ["google"],
  });
});

test.each([
  ["aspmx.l.google.com", "Google Workspace", "imap.gmail.com"],
  ["acme-test.mail.protection.outlook.com", "Microsoft 365", "outlook.office365.com"],
  ["mx2.EMAILSRVR.com.", "Rackspace", "secure.emailsrvr.com"],
])("a company's domain whose mail goes to %s is at %s", async (host, name, imap) => {
  const found = await guess("sam@acme.test", { mx: () => Promise.resolve([host]) });

  expect(found).toMatchObject({ source: "mx", provider: { name }, imap: { host: imap } });
});

test("a host that only ends like a provider's is nobody's", async () => {
  const found = await guess("sam@acme.test", { mx: () => Promise.resolve(["mx.notemailsrvr.com"]) });

  expect(found).toMatchObject({ source: null, imap: null });
});

test("what the domain publishes is taken, never without TLS", async () => {
  const asked: string[] = [];
  const found = await guess("sam@acme.test", {
    file: (url) => {
      asked.push(url);
      return url.includes("well-known") ? Promise.resolve(CONFIG) : Promise.reject(new Error("404"));
    },
  });

  expect(found).toMatchObject({
    source: "autoconfig",
    imap: { host: "imap.acme.test", port: 993, security: "tls" },
    smtp: { host: "smtp.acme.test", port: 587, security: "starttls" },
    user: "sam",
  });
  expect(asked.every((url) => url.startsWith("https://") && !url.includes("sam"))).toBe(true);
});

test("services of the domain are taken where nothing else is said, TLS first", async () => {
  const services: Record<string, { host: string; port: number }> = {
    "_imap._tcp.acme.test": { host: "old.acme.test", port: 143 },
    "_imaps._tcp.acme.test": { host: "mail.acme.test", port: 993 },
    "_submission._tcp.acme.test": { host: "mail.acme.test", port: 587 },
  };
  const found = await guess("sam@acme.test", { srv: (name) => Promise.resolve(services[name] ?? null) });

  expect(found).toMatchObject({
    source: "srv",
    imap: { host: "mail.acme.test", port: 993, security: "tls" },
    smtp: { host: "mail.acme.test", port: 587, security: "starttls" },
  });
});

test("nobody waits for longer than three seconds, and a source that is slow hides none that is quick before it", async () => {
  const startedAt = Date.now();
  const slow = await guess("sam@acme.test", { mx: never });
  const quick = await guess("sam@acme.test", {
    mx: () => Promise.resolve(["mx1.hostinger.com"]),
    file: never,
    srv: never,
  });

  expect(slow.source).toBeNull();
  expect(Date.now() - startedAt).toBeLessThan(6_000);
  expect(quick.provider?.name).toBe("Hostinger");
});

test.each([
  ["no XML", "<html><body>Not found</body></html>"],
  [
    "one side only",
    "<clientConfig><incomingServer type='imap'><hostname>a.test</hostname></incomingServer></clientConfig>",
  ],
  ["a host that is an address to somewhere", CONFIG.replace("imap.%EMAILDOMAIN%", "imap.acme.test/x?y=")],
  ["a port that is none", CONFIG.replace("<port>993", "<port>99999")],
  ["an entity in the place of a name", CONFIG.replace("imap.%EMAILDOMAIN%", "&evil;")],
])("%s is passed over", (_what, xml) => {
  expect(readAutoconfig(xml, "sam@acme.test")).toBeNull();
});

test("guessing is the admin's", async () => {
  await expect(
    guessServers({ actor: { ...actor, role: "sdr" } }, { address: "sam@gmail.com" }, silent),
  ).rejects.toMatchObject({ code: "forbidden" });
});
