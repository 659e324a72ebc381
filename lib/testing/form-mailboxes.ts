import { and, eq } from "drizzle-orm";
import { messages } from "@/lib/db/schema";
import { createMailbox } from "@/lib/services/mailboxes/create-mailbox";
import { contextOf, makeMember, makeWorkspace } from "./factories";
import type { MailUser } from "./mail-servers";
import { until, useMailWorld } from "./mail-world";
import { rawMail } from "./raw-mail";
import type { TestDatabase } from "./test-db";

/** As long as a busy machine may take, and far less than a mailbox that nobody wakes is left alone. */
const PATIENCE_MS = 45_000;

/** A mail world whose mailboxes an admin connects by the form, straight to the servers. Call it in a `describe` that has the servers. */
export function useFormMailboxes(database: TestDatabase, users: MailUser[]) {
  const { world, startWorker, rowOf } = useMailWorld(database, users);

  async function connect(user: MailUser, { password = user.password } = {}) {
    const { id: workspaceId } = await makeWorkspace(database.db);
    const context = contextOf(await makeMember(database.db, { workspaceId, role: "admin" }), database.db);
    const { host, ports } = world.servers;
    const imap = { imapHost: host, imapPort: ports.imap, imapSecurity: "none" as const, imapUser: user.address };
    const smtp = { smtpHost: host, smtpPort: ports.submission, smtpSecurity: "none" as const, smtpUser: user.address };
    const form = { address: user.address, displayName: "Sam Reed", signatureHtml: "", ...imap, ...smtp };
    const { id } = await createMailbox(context, { ...form, imapPassword: password, smtpPassword: password });
    return { id, workspaceId, context, form, user };
  }
  type Box = Awaited<ReturnType<typeof connect>>;

  const found = (box: Box, subject: string) =>
    database.db
      .select()
      .from(messages)
      .where(and(eq(messages.mailboxId, box.id), eq(messages.subject, subject)));

  return {
    world,
    startWorker,
    rowOf,
    connect,
    found,
    until: <Value>(read: () => Promise<Value | undefined | false | null>) => until(read, PATIENCE_MS),
    connected: (box: Box) => until(async () => (await rowOf(box.id)).state === "connected", PATIENCE_MS),
    arrived: (box: Box, subject: string) => until(async () => (await found(box, subject))[0], PATIENCE_MS),
    mailFor: (box: Box, subject: string, more = {}) =>
      rawMail({ from: "Una <una@lead.test>", to: box.user.address, subject, ...more }),
    imapOf: ({ user }: Box) =>
      ({
        host: world.servers.host,
        port: world.servers.ports.imap,
        security: "none",
        user: user.address,
        password: user.password,
      }) as const,
  };
}
