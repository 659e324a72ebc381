import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { mailboxes } from "@/lib/db/schema";
import { sendReply } from "@/lib/worker/handlers/send-reply";
import { makeWorld, type World } from "./factories";
import { sendingThrough } from "./make-reply";
import { replyRow } from "./reply-row";
import { startSmtpServer, type CountingServer } from "./smtp-server";
import type { TestDatabase } from "./test-db";
import { useFileFolder } from "./use-file-folder";

/** A server that counts what it takes, well-behaved at first, and for each test a world whose mailbox sends through it. */
export function useSmtpStage(database: TestDatabase) {
  const stage = {} as { server: CountingServer; world: World };
  useFileFolder();
  beforeAll(async () => {
    stage.server = await startSmtpServer();
    Object.assign(process.env, { ALLOW_PRIVATE_HOSTS: `127.0.0.1:${stage.server.port}` });
  });
  afterAll(() => stage.server.stop());
  beforeEach(async () => {
    const { server } = stage;
    server.behave({});
    server.taken.length = 0;
    server.begun.length = 0;
    stage.world = await makeWorld(database.db);
    await database.db
      .update(mailboxes)
      .set({ ...sendingThrough(server), signatureHtml: "<p>Sam Reed, Acme</p>" })
      .where(eq(mailboxes.id, stage.world.mailbox.id));
  });

  return {
    stage,
    /** A worker looks at a reply, on a clock that is `aheadMs` ahead. */
    send: ({ id: replyId }: { id: string }, aheadMs = 0) =>
      sendReply({ db: database.db, now: () => new Date(Date.now() + aheadMs) }, { replyId }),
    rowOf: ({ id }: { id: string }) => replyRow(database.db, id),
  };
}
