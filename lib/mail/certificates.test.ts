import { createServer, type TLSSocket } from "node:tls";
import { SMTPServer } from "smtp-server";
import tlsOptions from "smtp-server/lib/tls-options";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkImapTls } from "./imap/check-tls";
import { imapFailureOf } from "./imap/failure";
import { checkSmtp } from "./smtp/check";

const egress = vi.hoisted(() => ({ isExempt: false }));
// No address of a test is public: this says that the server's is, or that the operator has named it.
vi.mock("@/lib/core/egress", async (original) => ({
  ...(await original<typeof import("@/lib/core/egress")>()),
  checkHost: () => Promise.resolve({ address: "127.0.0.1", isExempt: egress.isExempt }),
}));

const HOST = { host: "mail.example.com", security: "tls", user: "sam", password: "secret" } as const;
const ports = { imap: 0, smtp: 0 };
/** Both show the certificate of the smtp-server package, which it has signed itself. */
const smtp = new SMTPServer({ secure: true, logger: false });
const imap = createServer(tlsOptions({}), greet);
const heard: string[] = [];

beforeAll(async () => {
  smtp.on("error", () => undefined);
  imap.on("tlsClientError", () => undefined);
  await Promise.all([
    new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve)),
    new Promise<void>((resolve) => imap.listen(0, "127.0.0.1", resolve)),
  ]);
  ports.smtp = portOf(smtp.server.address());
  ports.imap = portOf(imap.address());
});
afterAll(() => {
  smtp.close();
  imap.close();
});

test("a server whose certificate nobody vouches for is refused before a password is said", async () => {
  egress.isExempt = false;

  expect(await imapVerdict()).toMatchObject({ reason: "tls" });
  expect(await smtpVerdict()).toMatchObject({ reason: "tls" });
  expect(heard).toEqual([]);
});

test("the operator may except a server from that", async () => {
  egress.isExempt = true;

  expect(await imapVerdict()).toBeNull();
  expect(await smtpVerdict()).toBeNull();
});

const imapVerdict = () => checkImapTls({ ...HOST, port: ports.imap }).then(() => null, imapFailureOf);
const smtpVerdict = () => checkSmtp({ ...HOST, port: ports.smtp, clientName: "acme.test" }, { withLogin: false });

/** As much of IMAP as is spoken before the sign-in. */
function greet(socket: TLSSocket): void {
  socket.on("error", () => undefined);
  socket.write("* OK ready\r\n");
  socket.on("data", (data) => {
    const line = data.toString();
    heard.push(line);
    const [tag, command] = line.trim().split(" ");
    socket.write(`${command === "CAPABILITY" ? "* CAPABILITY IMAP4rev1\r\n" : ""}${tag} OK done\r\n`);
  });
}

const portOf = (address: ReturnType<typeof imap.address>): number =>
  typeof address === "object" && address ? address.port : 0;
