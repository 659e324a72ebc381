import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mailboxes, type Security } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { createMailbox } from "@/lib/services/mailboxes/create-mailbox";
import { getMailboxTest } from "@/lib/services/mailboxes/get-mailbox-test";
import { testMailbox as orderTest } from "@/lib/services/mailboxes/test-mailbox";
import { contextOf, makeMember, makeWorkspace } from "@/lib/testing/factories";
import { mailServersMissing, startMailServers, type MailServers } from "@/lib/testing/mail-servers";
import { type CountingServer, startSmtpServer } from "@/lib/testing/smtp-server";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { testMailbox } from "./test-mailbox";

const missing = mailServersMissing();
const database = testDatabase();
const USER = { address: "tester@acme.test", password: "pass-tester" };

describe.skipIf(missing !== null)(`testing a mailbox${missing ? ` (skipped: ${missing})` : ""}`, () => {
  let servers: MailServers;
  /** Takes mail and delivers none of it. */
  let smtp: CountingServer;
  let context: Context;
  beforeAll(async () => {
    servers = await startMailServers({ users: [USER] });
    smtp = await startSmtpServer({ requireAuth: true });
    process.env.ALLOW_PRIVATE_HOSTS = `${servers.allow},${smtp.host}:${smtp.port}`;
  });
  afterAll(async () => {
    await smtp.stop();
    await servers.stop();
  });
  beforeEach(async () => {
    const { id: workspaceId } = await makeWorkspace(database.db);
    context = contextOf(await makeMember(database.db, { workspaceId, role: "admin" }), database.db);
  });

  async function verdictOn(wrong: {
    imapPassword?: string;
    smtpPassword?: string;
    imapHost?: string;
    imapSecurity?: Security;
    smtpHost?: string;
    smtpPort?: number;
    smtpUser?: string;
  }) {
    const { host, ports } = servers;
    const { id } = await createMailbox(context, {
      address: USER.address,
      displayName: "Sam Reed",
      signatureHtml: "",
      imapHost: host,
      imapPort: ports.imap,
      imapSecurity: "none",
      imapUser: USER.address,
      imapPassword: USER.password,
      smtpHost: host,
      smtpPort: ports.submission,
      smtpSecurity: "none",
      smtpUser: USER.address,
      smtpPassword: USER.password,
      ...wrong,
    });
    const { testId } = await orderTest(context, { mailboxId: id });
    await testMailbox({ db: database.db, now: () => new Date() }, { testId }, { patienceMs: 2_000 });
    const { steps, ...rest } = await getMailboxTest(context, { testId });
    const [row] = await database.db.select().from(mailboxes).where(eq(mailboxes.id, id));
    const said = steps.map(({ side, step, state, reason }) => [side, step, state, reason].filter(Boolean).join(" "));
    return { said, row: row!, ...rest };
  }

  test("a mailbox that works passes every step, gets its message to itself and is connected", async () => {
    const { said, passed, finishedAt, row } = await verdictOn({});

    expect(said).toEqual([
      "imap name passed",
      "imap open passed",
      "imap login passed",
      "imap folders passed",
      "smtp name passed",
      "smtp open passed",
      "smtp login passed",
      "smtp message passed",
      "smtp arrival passed",
    ]);
    expect({ passed, state: row.state, isOver: finishedAt !== null }).toEqual({
      passed: true,
      state: "connected",
      isOver: true,
    });
    expect(row.syncRequestedAt).toBeInstanceOf(Date);
  });

  test.each([
    ["that lies among junk", "in_junk", (raw: Buffer) => servers.place(USER.address, "Junk", [raw])],
    ["that does not come in time", "not_seen", () => Promise.resolve()],
  ])("of a message %s it is told, and the mailbox is connected", async (_what, reason, deliver) => {
    smtp.behave({ onTaken: () => void deliver(Buffer.from(smtp.taken.at(-1)!.raw)) as undefined });

    const { said, passed, row } = await verdictOn({
      smtpHost: smtp.host,
      smtpPort: smtp.port,
      smtpUser: smtp.user,
      smtpPassword: smtp.password,
    });

    expect(said.slice(-2)).toEqual(["smtp message passed", `smtp arrival noted ${reason}`]);
    expect([passed, row.state]).toEqual([true, "connected"]);
  });

  test("a mailbox that cannot be read is not searched for the message", async () => {
    const { said, passed } = await verdictOn({ imapPassword: "not it" });

    expect(said.filter((step) => !step.endsWith("passed"))).toEqual([
      "imap login failed auth",
      "imap folders waiting",
      "smtp arrival noted not_looked",
    ]);
    expect(passed).toBe(false);
  });

  test("a refused password stops its own side only, and says which", async () => {
    const { said, passed, row } = await verdictOn({ smtpPassword: "not it" });

    expect(said.slice(3)).toEqual([
      "imap folders passed",
      "smtp name passed",
      "smtp open passed",
      "smtp login failed auth",
      "smtp message waiting",
      "smtp arrival waiting",
    ]);
    expect({ passed, state: row.state }).toEqual({ passed: false, state: "new" });
  });

  test("a server in a private network that the operator did not name is not connected to", async () => {
    const { said } = await verdictOn({ imapHost: "127.0.0.2", imapSecurity: "tls" });

    expect(said.slice(0, 4)).toEqual([
      "imap name failed name",
      "imap tls waiting",
      "imap login waiting",
      "imap folders waiting",
    ]);
  });

  test("a server that does not speak TLS where it should fails that step", async () => {
    const { said } = await verdictOn({ imapSecurity: "starttls" });

    expect(said.slice(1, 3)).toEqual(["imap tls failed tls", "imap login waiting"]);
  });
});
