import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import { SendEmailThreadInput, type ComposerExtras } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import { contextOf, type World } from "./factories";
import { replyRow } from "./reply-row";
import type { TestDatabase } from "./test-db";

export type SentFields = Partial<SendEmailThreadInput>;

/** How tests send in the thread of a world on 1 March 2026, 10:00 UTC: as the API does, or as the composer. */
export function threadSends(database: TestDatabase, world: () => World) {
  const now = new Date("2026-03-01T10:00:00Z");
  const send = (fields: SentFields = {}, composer?: ComposerExtras, member = world().member) =>
    sendEmailThread(
      contextOf(member, database.db, () => now),
      SendEmailThreadInput.parse({
        campaignId: world().campaign.number,
        emailStatsId: world().messages[0]!.statsId,
        emailBody: "<p>Thanks!</p>",
        ...fields,
      }),
      composer,
    );
  return {
    now,
    send,
    fromComposer: (fields: SentFields = {}, more: Partial<ComposerExtras> = {}) =>
      send({ toEmail: world().lead.email, ...fields }, { draftId: randomUUID(), ...more }),
    row: (id: string) => replyRow(database.db, id),
  };
}

/** What a send is refused for; its code is `accepted` when it is not. */
export async function refusalOf(work: Promise<unknown>): Promise<object> {
  const error = await work.then(
    () => ({ code: "accepted" }),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) return error as object;
  return { code: error.code, ...(error.reason ? { reason: error.reason } : {}), fields: error.fields };
}
