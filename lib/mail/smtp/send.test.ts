import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startSmtpServer, type CountingServer } from "@/lib/testing/smtp-server";
import { smtpTransport } from "./send";

const raw = Buffer.from("Message-ID: <one@acme.test>\r\nSubject: Hello\r\n\r\n.Dots stay\r\n");
const envelope = { from: "sam@acme.test", to: ["ana@lead.test", "ben@lead.test"] };
let server: CountingServer;
let marks: number;

const mark = async () => void marks++;
const transport = (over: Partial<Parameters<typeof smtpTransport>[0]> = {}) =>
  smtpTransport({
    host: "127.0.0.1",
    port: server.port,
    security: "none",
    user: null,
    password: null,
    clientName: "acme.test",
    ...over,
  });

beforeAll(async () => {
  server = await startSmtpServer();
  process.env.ALLOW_PRIVATE_HOSTS = `127.0.0.1:${server.port},127.0.0.1:1`;
  process.env.AUTH_SECRET = "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY = "a-key-for-tests-only-0123456789";
});
afterAll(() => server.stop());
beforeEach(() => {
  marks = 0;
  server.behave({});
  server.taken.length = 0;
  server.begun.length = 0;
});

test("a message is handed over byte for byte, after one mark", async () => {
  const result = await transport().send(envelope, raw, mark);

  expect(result).toMatchObject({ kind: "accepted", outcomes: [{ accepted: true }, { accepted: true }] });
  expect(server.taken).toEqual([
    { messageId: "one@acme.test", from: envelope.from, to: envelope.to, raw: raw.toString() },
  ]);
  expect(marks).toBe(1);
});

test("a large message goes in slices and arrives whole", async () => {
  const large = Buffer.concat([raw, Buffer.alloc(3_000_000, "0123456789abcdef\r\n")]);

  expect(await transport().send(envelope, large, mark)).toMatchObject({ kind: "accepted" });
  expect(
    Buffer.from(server.taken[0]!.raw)
      .subarray(0, large.length - 2)
      .equals(large.subarray(0, -2)),
  ).toBe(true);
});

test("when the mark cannot be written not one byte leaves", async () => {
  const lost = () => Promise.reject(new Error("the claim is another's"));

  expect(await transport().send(envelope, raw, lost)).toMatchObject({ kind: "refused", reason: "mark_lost" });
  expect(server.begun).toEqual([]);
  expect(server.taken).toEqual([]);
});

test("a refused recipient among others is an outcome, not a failure", async () => {
  server.behave({
    onRcptTo: (address) => (address.startsWith("ben") ? { code: 550, text: "No such user" } : undefined),
  });

  const result = await transport().send(envelope, raw, mark);

  expect(result).toMatchObject({
    kind: "accepted",
    outcomes: [
      { address: "ana@lead.test", accepted: true },
      { address: "ben@lead.test", accepted: false, response: expect.stringContaining("No such user") },
    ],
  });
});

test.each([
  ["every recipient is unknown", { onRcptTo: () => ({ code: 550 }) }, { reason: "recipients", temporary: false }],
  ["a greylist says later", { onRcptTo: () => ({ code: 450 }) }, { reason: "recipients", temporary: true }],
  ["the sender is refused", { onMailFrom: () => ({ code: 550 }) }, { reason: "sender", temporary: false }],
  [
    "the server hangs up at the sender",
    { onMailFrom: () => ({ hangUp: true }) },
    { reason: "network", temporary: true },
  ],
  ["the content is refused after the dot", { onEnd: () => ({ code: 554 }) }, { reason: "content", temporary: false }],
  [
    "a policy refuses after the dot",
    { onEnd: () => ({ code: 550, text: "5.7.1 Spam" }) },
    { reason: "policy", temporary: false },
  ],
  ["the server is full after the dot", { onEnd: () => ({ code: 452 }) }, { reason: "content", temporary: true }],
])("it is a refusal when %s", async (_case, behaviour, expected) => {
  server.behave(behaviour);

  expect(await transport().send(envelope, raw, mark)).toMatchObject({ kind: "refused", ...expected });
  expect(server.taken).toEqual([]);
});

test.each([
  ["while the body arrives", { onBody: () => ({ hangUp: true }) }],
  ["after the last dot", { onEnd: () => ({ hangUp: true }) }],
  ["after it took the message", { onTaken: () => ({ hangUp: true }) }],
])("nobody knows when the server hangs up %s", async (_case, behaviour) => {
  server.behave(behaviour);

  expect(await transport().send(envelope, raw, mark)).toMatchObject({ kind: "unknown" });
  expect(marks).toBe(1);
});

test("a port where nobody listens is a passing fault of the network, and nothing is marked", async () => {
  expect(await transport({ port: 1 }).send(envelope, raw, mark)).toMatchObject({
    kind: "refused",
    reason: "network",
    temporary: true,
  });
  expect(marks).toBe(0);
});

test("a private address and a connection without TLS are refused unless the operator allows them", async () => {
  expect(await transport({ port: server.port + 1 }).send(envelope, raw, mark)).toMatchObject({
    reason: "network",
    temporary: false,
    response: "private_address",
  });
  expect(await transport({ security: "starttls" }).send(envelope, raw, mark)).toMatchObject({
    reason: "tls",
    temporary: false,
  });
  expect(server.taken).toEqual([]);
});

test("a wrong password is told apart from everything else", async () => {
  const strict = await startSmtpServer({ requireAuth: true });
  try {
    const { env } = await import("@/lib/core/env");
    env().ALLOW_PRIVATE_HOSTS.push(`127.0.0.1:${strict.port}`);
    const signedIn = (password: string) => transport({ port: strict.port, user: strict.user, password });

    expect(await signedIn("wrong").send(envelope, raw, mark)).toMatchObject({ kind: "refused", reason: "auth" });
    expect(marks).toBe(0);
    expect(await signedIn(strict.password).send(envelope, raw, mark)).toMatchObject({ kind: "accepted" });
  } finally {
    await strict.stop();
  }
});
