import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { encrypt } from "@/lib/core/secrets";
import { mailboxes, mailboxFolders, replies } from "@/lib/db/schema";
import { getMailboxTest } from "@/lib/services/mailboxes/get-mailbox-test";
import { testMailbox as orderTest } from "@/lib/services/mailboxes/test-mailbox";
import { contextOf, makeWorld } from "@/lib/testing/factories";
import { mailServersMissing } from "@/lib/testing/mail-servers";
import { LEAD, until, useMailWorld } from "@/lib/testing/mail-world";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { fileSentCopy } from "./handlers/file-sent-copy";
import { sendReply } from "./handlers/send-reply";
import { testMailbox } from "./handlers/test-mailbox";

const missing = mailServersMissing();
const database = testDatabase();
const [ONE, TWO] = ["one", "two"].map((name) => ({ address: `${name}@acme.test`, password: "pw" }));
const deps = () => ({ db: database.db, now: () => new Date() });

describe.skipIf(missing !== null)(`a server with INBOX.Sent${missing ? ` (skipped: ${missing})` : ""}`, () => {
  const { world, connect, startWorker, stored, placesOf } = useMailWorld(database, [ONE!, TWO!], {
    isBelowInbox: true,
  });

  test("its folders are found, a lead's answer in Junk is shown and marked, and Sent is read", async () => {
    const box = await connect(ONE!);
    await world.servers.place(box.address, "Junk", [
      rawMail({ from: LEAD, to: box.address, subject: "Re: your offer" }),
    ]);
    await world.servers.place(box.address, "Sent", [
      rawMail({ from: box.address, to: LEAD, subject: "From another program" }),
    ]);
    startWorker({ pace: { lookEvery: 300 } });

    await until(async () => (await placesOf(box, "Re: your offer")).join() === "INBOX.Junk");
    await until(async () => (await placesOf(box, "From another program")).length > 0);
    expect(await stored(box, "Re: your offer")).toMatchObject([{ isJunk: true, direction: "in" }]);
    expect(await stored(box, "From another program")).toMatchObject([{ direction: "out" }]);
    const folders = await database.db.select().from(mailboxFolders).where(eq(mailboxFolders.mailboxId, box.id));
    expect(folders.map(({ path }) => path).toSorted()).toEqual(["INBOX", "INBOX.Junk", "INBOX.Sent"]);
  });

  test("its test passes, and the copy of a reply is filed in its Sent folder", async () => {
    const made = await makeWorld(database.db);
    const { id } = made.mailbox;
    const { host, ports } = world.servers;
    const imap = { imapHost: host, imapPort: ports.imap, imapSecurity: "none" as const, imapUser: TWO!.address };
    const smtp = { smtpHost: host, smtpPort: ports.submission, smtpSecurity: "none" as const, smtpUser: TWO!.address };
    const passwords = {
      imapPassword: encrypt(TWO!.password, `mailbox:${id}:imap`),
      smtpPassword: encrypt(TWO!.password, `mailbox:${id}:smtp`),
    };
    await database.db
      .update(mailboxes)
      .set({ engine: "smtp", address: TWO!.address, disabledAt: null, ...imap, ...smtp, ...passwords })
      .where(eq(mailboxes.id, id));
    const context = contextOf(made.admin, database.db);
    const { testId } = await orderTest(context, { mailboxId: id });
    await testMailbox(deps(), { testId });
    const { steps } = await getMailboxTest(context, { testId });
    const { id: replyId } = await makeReply(database.db, made, { to: [{ name: "", address: ONE!.address }] });
    await sendReply(deps(), { replyId });
    await fileSentCopy(deps(), { replyId });

    expect(steps.filter(({ state }) => state !== "passed")).toEqual([]);
    const [{ filedAt, messageId } = {}] = await database.db.select().from(replies).where(eq(replies.id, replyId));
    expect(filedAt).toBeInstanceOf(Date);
    const copies = await world.servers.readFolder(TWO!.address, "Sent");
    expect(copies.filter((raw) => raw.includes(`<${messageId}>`))).toHaveLength(1);
  });
});
