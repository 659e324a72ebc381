import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImapConfig } from "./config";
import { connectImap } from "./connect";
import { imapFailureOf, type ImapFailure } from "./failure";

let talk: (socket: Socket) => void;
const server = createServer((socket) => {
  socket.on("error", () => undefined);
  talk(socket);
});
beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  process.env.AUTH_SECRET ??= "a-secret-for-tests-only-0123456789";
  process.env.ENCRYPTION_KEY ??= "a-key-for-tests-only-0123456789";
  process.env.ALLOW_PRIVATE_HOSTS = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

/** Why a server that talks so cannot be used. */
async function failureWith(
  talks: (socket: Socket) => void,
  secret: Partial<ImapConfig> = { password: "pw" },
): Promise<ImapFailure> {
  talk = talks;
  const { port } = server.address() as AddressInfo;
  const client = connectImap({ host: "127.0.0.1", port, security: "none", user: "sam", password: "", ...secret });
  return client.then(
    () => Promise.reject(new Error("it could be used")),
    (error: unknown) => imapFailureOf(error),
  );
}

/** Takes everything but the sign-in, which it answers so. */
const answering = (answer: (tag: string) => string) => (socket: Socket) => {
  socket.write("* OK [CAPABILITY IMAP4rev1] ready\r\n");
  socket.on("data", (line) => {
    const [tag = "", command = ""] = String(line).split(" ");
    if (/^LOGIN/i.test(command)) socket.end(answer(tag));
    else socket.write(`${/CAPABILITY/i.test(command) ? "* CAPABILITY IMAP4rev1\r\n" : ""}${tag} OK done\r\n`);
  });
};

test.each([
  ["that greets with a goodbye", (socket: Socket) => socket.end("* BYE Too many connections\r\n")],
  ["that says goodbye at the sign-in", answering(() => "* BYE Too many connections\r\n")],
])("a server %s is quoted", async (_which, talks) => {
  expect(await failureWith(talks)).toEqual({ reason: "network", detail: "Too many connections" });
});

test("a refused sign-in is told in the server's words, whatever it says as it goes", async () => {
  const failure = await failureWith(answering((tag) => `${tag} NO Wrong password\r\n* BYE Goodbye\r\n`));

  expect(failure).toEqual({ reason: "auth", detail: "Wrong password" });
});

test.each([
  ["UNAVAILABLE", "network"],
  ["inuse", "network"],
  ["LIMIT", "network"],
  ["SERVERBUG", "network"],
  ["CONTACTADMIN", "network"],
  ["AUTHENTICATIONFAILED", "auth"],
  ["AUTHORIZATIONFAILED", "auth"],
  ["EXPIRED", "auth"],
  ["ALERT", "auth"],
])("a sign-in that is refused with %s is a failure of %s", async (code, reason) => {
  const failure = await failureWith(answering((tag) => `${tag} NO [${code}] Not now\r\n`));

  expect(failure).toEqual({ reason, detail: "Not now" });
});

test("a token that is refused since the server is not well is no refused permission", async () => {
  const failure = await failureWith(
    (socket) => {
      socket.write("* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready\r\n");
      socket.on("data", (line) => {
        const [tag = "", command = ""] = String(line).split(" ");
        if (/^AUTHENTICATE/i.test(command)) socket.end(`${tag} NO [UNAVAILABLE] Not now\r\n`);
        else socket.write(`${tag} OK done\r\n`);
      });
    },
    { accessToken: "token" },
  );

  expect(failure).toEqual({ reason: "network", detail: "Not now" });
});

test("a server that goes without a word has hung up", async () => {
  expect(await failureWith(answering(() => ""))).toMatchObject({ reason: "network", detail: "hung_up" });
});
