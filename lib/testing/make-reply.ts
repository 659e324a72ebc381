import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";
import type { World } from "./factories";

/** A reply in the outbox of a world, due a moment ago unless said otherwise, put straight into the table. */
export async function makeReply(
  db: Database,
  { workspaceId, thread, mailbox, messages, member, lead }: World,
  values: Partial<typeof replies.$inferInsert> = {},
) {
  const accepted = values.acceptedAt ?? new Date(Date.now() - 10_000);
  const [reply] = await db
    .insert(replies)
    .values({
      workspaceId,
      threadId: thread.id,
      mailboxId: mailbox.id,
      parentId: messages.at(-1)!.id,
      authorId: member.id,
      origin: "composer",
      status: "queued",
      to: [{ name: "Ana Berg", address: lead.email }],
      subject: `Re: ${thread.subject}`,
      bodyHtml: "<p>Thanks for your interest!</p>",
      addSignature: false,
      dueAt: accepted,
      messageId: `${randomUUID()}@acme.test`,
      statsId: randomUUID(),
      acceptedAt: accepted,
      ...values,
    })
    .returning();
  return reply!;
}

/** The values that make a world's mailbox send through a server on loopback; host:port must be in ALLOW_PRIVATE_HOSTS. */
export const sendingThrough = ({ host, port }: { host: string; port: number }) => ({
  smtpHost: host,
  smtpPort: port,
  smtpSecurity: "none" as const,
});
