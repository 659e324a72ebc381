import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, leads, mailboxes, messages, replies } from "@/lib/db/schema";
import type { StepWait } from "@/lib/domain/follow-up";
import { planFollowUps } from "@/lib/services/follow-ups/plan-follow-ups";
import { PlanFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import { claimReply } from "@/lib/services/replies/claim-reply";
import { settleReply, type Settlement } from "@/lib/services/replies/settle-reply";
import { contextOf, makeWorld, type World } from "./factories";
import { rawMail } from "./raw-mail";

/** Europe leaves summer time on the Sunday after, America a week later. */
export const THURSDAY = new Date("2026-10-22T08:00:00Z");
export const inDays = (days: number) => new Date(THURSDAY.getTime() + days * 86_400_000);

export const wait = (count: number, unit: StepWait["unit"] = "days", time = "09:10"): StepWait => ({
  count,
  unit,
  time,
});
export const step = (count: number, unit?: StepWait["unit"]) => ({
  bodyHtml: `<p>Any news? ${count}</p>`,
  wait: wait(count, unit),
});

/** What tests of follow-ups do and look at, on a clock that stands at THURSDAY unless said otherwise. */
export function followUpWorld(database: () => Database) {
  const setMailbox = (world: World, values: Partial<typeof mailboxes.$inferInsert>) =>
    database().update(mailboxes).set(values).where(eq(mailboxes.id, world.mailbox.id));
  const as = (world: World, at = THURSDAY) => contextOf(world.member, database(), () => at);
  const stepsOf = (chainId: string) =>
    database().select().from(replies).where(eq(replies.chainId, chainId)).orderBy(asc(replies.chainStep));
  return {
    setMailbox,
    as,
    stepsOf,
    /** A lead in Berlin, written to two days ago, and a mailbox that is never stale. */
    makePlannable: async (lead: Partial<typeof leads.$inferInsert> = {}): Promise<World> => {
      const world = await makeWorld(database());
      const before = { sentAt: inDays(-2), firstSeenAt: inDays(-2) };
      await database().update(messages).set(before).where(eq(messages.threadId, world.thread.id));
      await setMailbox(world, { engine: "sandbox", timeZone: "UTC" });
      const values = { timeZone: "Europe/Berlin", ...lead };
      await database().update(leads).set(values).where(eq(leads.id, world.lead.id));
      return world;
    },
    plan: (world: World, input: Partial<PlanFollowUpsInput> = {}) => {
      const whole = { threadId: world.thread.id, steps: [step(3), step(7)], ...input };
      return planFollowUps(as(world), PlanFollowUpsInput.parse(whole));
    },
    timesOf: async (chainId: string) => (await stepsOf(chainId)).map(({ dueAt }) => dueAt.toISOString().slice(0, 16)),
    statesOf: async (chainId: string) =>
      (await stepsOf(chainId)).map(({ status, reason, heldReason }) =>
        [status, reason ?? heldReason].filter(Boolean).join(" "),
      ),
    endOf: async (chainId: string) =>
      (await database().select().from(followUpChains).where(eq(followUpChains.id, chainId)))[0]!.endedReason,
    /** Mail from the lead unless said otherwise, which answers our first message. */
    receive: (world: World, mail: Partial<Parameters<typeof rawMail>[0]>, at: Date) =>
      ingestMessage(
        { db: database(), now: () => at },
        {
          workspaceId: world.workspaceId,
          mailboxId: world.mailbox.id,
          source: "inbox",
          raw: rawMail({
            from: `Ana Berg <${world.lead.email}>`,
            to: world.mailbox.address,
            inReplyTo: world.messages[0]!.messageId,
            date: at,
            ...mail,
          }),
        },
      ),
    /** A worker looks at a step, and sends it if it may. @returns until when it is put off, or what came of it */
    work: async (replyId: string, at: Date) => {
      const claim = await claimReply(database(), () => at, replyId);
      if (claim.kind !== "claimed") return claim.kind === "later" ? claim.until.toISOString().slice(0, 16) : claim.kind;
      const result: Settlement = { kind: "accepted", response: "250 ok", outcomes: [] };
      return settleReply(database(), () => at, { replyId, token: claim.token, result });
    },
  };
}
