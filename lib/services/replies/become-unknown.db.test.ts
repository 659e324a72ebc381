import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { replies } from "@/lib/db/schema";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { IngestInput } from "@/lib/services/messages/ingest-types";
import { contextOf, makeWorld, type World } from "@/lib/testing/factories";
import { makeReply } from "@/lib/testing/make-reply";
import { rawMail } from "@/lib/testing/raw-mail";
import { replyRow } from "@/lib/testing/reply-row";
import { useTestDatabase as testDatabase } from "@/lib/testing/test-db";
import { useFileFolder } from "@/lib/testing/use-file-folder";
import { expireClaims } from "./expire-claims";
import { resolveUnknownReply } from "./resolve-unknown-reply";
import { settleReply } from "./settle-reply";

const test_ = testDatabase();
useFileFolder();
const now = () => new Date();
const token = randomUUID();

let world: World;
beforeEach(async () => void (world = await makeWorld(test_.db)));

/** A reply that was given away, and whose holder has not said yet how it ended. */
const makeSending = (more: Partial<typeof replies.$inferInsert> = {}) =>
  makeReply(test_.db, world, {
    status: "sending",
    claimToken: token,
    claimedUntil: new Date(Date.now() + 60_000),
    markedAt: new Date(),
    ...more,
  });
type Reply = Awaited<ReturnType<typeof makeReply>>;

const store = (raw: Buffer, source: IngestInput["source"]) =>
  ingestMessage({ db: test_.db, now }, { workspaceId: world.workspaceId, mailboxId: world.mailbox.id, raw, source });
const fileCopy = ({ messageId }: Reply) =>
  store(rawMail({ from: world.mailbox.address, to: world.lead.email, messageId }), "sent");
const answer = ({ messageId }: Reply) => store(rawMail({ from: world.lead.email, inReplyTo: messageId }), "inbox");
/** As many servers write it: only what it encloses says which message it is about. */
const bounce = ({ messageId }: Reply) =>
  store(
    rawMail({
      from: "MAILER-DAEMON@mx.lead.test",
      subject: "Undelivered Mail Returned to Sender",
      headers: ["Content-Type: multipart/report; report-type=delivery-status; boundary=b"],
      body: [
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n",
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.lead.test\r\n",
        `Final-Recipient: rfc822; ${world.lead.email}\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
        `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${messageId}>\r\nSubject: x\r\n`,
        "--b--",
      ].join("\r\n"),
    }),
    "inbox",
  );

const turnsUp = { "its Sent copy": fileCopy, "an answer": answer, "a bounce": bounce };

test.each(Object.entries(turnsUp))("%s that was faster than the server's last word proves it", async (_, turnUp) => {
  const reply = await makeSending();
  await turnUp(reply);
  expect((await replyRow(test_.db, reply.id)).status).toBe("sending");

  const result = { kind: "unknown", response: "" } as const;
  const status = await settleReply(test_.db, now, { replyId: reply.id, token, result });

  expect(status).toBe("sent");
  expect(await replyRow(test_.db, reply.id)).toMatchObject({ status: "sent", sentAt: reply.markedAt });
});

test("so does what is stored before the claim of a killed holder runs out", async () => {
  const found = await makeSending({ claimedUntil: new Date(Date.now() - 1) });
  const lost = await makeSending({ claimedUntil: new Date(Date.now() - 1) });
  await fileCopy(found);

  expect(await expireClaims(test_.db, now)).toEqual({ requeued: 0, unknown: 1, sent: 1 });

  expect((await replyRow(test_.db, found.id)).status).toBe("sent");
  expect((await replyRow(test_.db, lost.id)).status).toBe("unknown");
});

test("nobody can say that it did not arrive of what lies in the thread", async () => {
  const reply = await makeSending();
  await fileCopy(reply);
  await test_.db.update(replies).set({ status: "unknown" }).where(eq(replies.id, reply.id));

  const said = await resolveUnknownReply(contextOf(world.member, test_.db), { replyId: reply.id, arrived: false });

  expect(said.status).toBe("sent");
  expect((await replyRow(test_.db, reply.id)).status).toBe("sent");
});

test("what is stored while the outcome is being written is not missed", async () => {
  for (let round = 0; round < 8; round++) {
    const reply = await makeSending();
    const result = { kind: "unknown", response: "" } as const;

    await Promise.all([answer(reply), settleReply(test_.db, now, { replyId: reply.id, token, result })]);

    expect((await replyRow(test_.db, reply.id)).status).toBe("sent");
  }
});
