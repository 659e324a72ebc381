import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { sandboxDeliveries, workspaces } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { messageIdsOf } from "@/lib/mail/mime/message-ids";
import { headerEnd } from "@/lib/mail/mime/raw-message";
import type { Envelope, SendResult, Transport } from "@/lib/mail/transport";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";

type Given = { db: Database; workspaceId: string; now: Clock };

/** How long a lead takes to answer, in seconds. */
const FASTEST = 3;
const SPREAD = 3;

/**
 * The sandbox's end of the wire: what is handed over becomes a row, and an order that the lead answers some seconds later.
 * Nothing leaves the process. Refuses every workspace that is not the open sandbox.
 */
export function sandboxTransport({ db, workspaceId, now }: Given): Transport {
  return {
    async send(envelope, raw, mark) {
      if (!(await isOpenSandbox(db, workspaceId))) return refused("policy", "the sandbox is closed");
      try {
        await mark();
      } catch {
        return refused("mark_lost", "");
      }
      try {
        await deliver({ db, workspaceId, now }, envelope, raw);
      } catch (error) {
        // A commit whose answer was lost may have happened.
        log.error({ err: error }, "the sandbox could not store a delivery");
        return { kind: "unknown", response: "" };
      }
      return {
        kind: "accepted",
        response: "250 2.0.0 delivered in the sandbox",
        outcomes: envelope.to.map((address) => ({ address, accepted: true })),
      };
    },
  };
}

async function isOpenSandbox(db: Database, workspaceId: string): Promise<boolean> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  return workspace?.kind === "sandbox" && (await isSandboxActive(db));
}

async function deliver({ db, workspaceId, now }: Given, { to }: Envelope, raw: Buffer): Promise<void> {
  const messageId = messageIdOf(raw);
  const at = now();
  await db.transaction(async (tx) => {
    const [delivery] = await tx
      .insert(sandboxDeliveries)
      .values({ workspaceId, messageId, recipients: to, raw, at })
      .returning({ id: sandboxDeliveries.id });
    const after = new Date(at.getTime() + answerDelay(messageId));
    await enqueue(tx, JOBS.sandboxAnswer, { deliveryId: delivery!.id }, { after });
  });
}

/** The same for the same message, in milliseconds. */
export function answerDelay(messageId: string): number {
  const share = createHash("sha256").update(messageId).digest().readUInt16BE(0) / 65_536;
  return Math.round((FASTEST + SPREAD * share) * 1000);
}

function messageIdOf(raw: Buffer): string {
  const head = raw
    .subarray(0, headerEnd(raw))
    .toString("latin1")
    .replace(/\r?\n[ \t]+/g, " ");
  const value = /^message-id:(.*)$/im.exec(head)?.[1] ?? "";
  return messageIdsOf(value)[0] ?? "";
}

const refused = (reason: "policy" | "mark_lost", response: string): SendResult => ({
  kind: "refused",
  temporary: false,
  reason,
  response,
  outcomes: [],
});
