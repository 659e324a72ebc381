import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import type { AssignmentConditions } from "@/lib/domain/assignment-rule";
import { saveAssignmentRule } from "@/lib/services/assignment/save-assignment-rule";
import { ingestMessage } from "@/lib/services/messages/ingest-message";
import type { IngestInput } from "@/lib/services/messages/ingest-types";
import { contextOf, makeLead, makeMember, makeThread, makeWorld, type MemberRow } from "./factories";
import { makeCategories } from "./make-categories";
import { rawMail } from "./raw-mail";

export type AssignmentWorld = Awaited<ReturnType<typeof makeAssignmentWorld>>;

/** A world with three who take leads, Sam, Maya and Jonas, and what tests of assignment rules do and look at in it. */
export async function makeAssignmentWorld(db: Database) {
  const world = await makeWorld(db);
  const { workspaceId, mailbox, campaign } = world;
  const manager = () => contextOf(world.manager, db);
  const rowOf = async (id: number) => (await db.select().from(threads).where(eq(threads.id, id)))[0]!;
  const deps = (at = new Date()) => ({ db, now: () => at });

  /** A thread of a lead of its own, in which nobody of the other side has answered. */
  async function add(values: Partial<Parameters<typeof makeThread>[1]> = {}) {
    const lead = values.lead ?? (await makeLead(db, { workspaceId, campaign }));
    const own = { workspaceId, mailbox, campaign, messages: [{ direction: "out" as const }] };
    return { ...(await makeThread(db, { ...own, ...values, lead })), lead };
  }
  type Added = Awaited<ReturnType<typeof add>>;

  /** The lead's answer, as it is found in the inbox. */
  function inputOf(thread: Added, body = "Tell me more about the prices, please.", mail: object = {}): IngestInput {
    const inReplyTo = thread.messages[0]!.messageId;
    const raw = rawMail({ from: thread.lead.email, to: mailbox.address, inReplyTo, body, ...mail });
    return { workspaceId, mailboxId: mailbox.id, raw, source: "inbox" };
  }

  return {
    ...world,
    sam: world.member,
    maya: await makeMember(db, { workspaceId, name: "Maya Ortiz" }),
    jonas: await makeMember(db, { workspaceId, name: "Jonas Falk" }),
    categoryIds: await makeCategories(db, workspaceId),
    asManager: manager,
    rule: (people: MemberRow[], conditions: Partial<AssignmentConditions> = {}) =>
      saveAssignmentRule(manager(), {
        ruleId: null,
        name: "By turns",
        conditions: { campaignIds: [], mailboxIds: [], categoryIds: [], languages: [], ...conditions } as never,
        memberIds: people.map(({ id }) => id),
      }),
    rowOf,
    ownerOf: async (id: number) => (await rowOf(id)).assigneeId,
    add,
    inputOf,
    deps,
    receive: (thread: Added, body?: string, { at = new Date(), ...mail }: { at?: Date; headers?: string[] } = {}) =>
      ingestMessage(deps(at), inputOf(thread, body, mail)),
  };
}
