import type { replies } from "@/lib/db/schema";
import type { CampaignRow, LeadRow, MailboxRow } from "@/lib/testing/factories";
import { factsOf, type Act, type Fact, type FactOf, type Letter, type PlannedStep } from "../facts";
import type { SimulatedWorld } from "../make-simulated-world";

export type ReplyRow = typeof replies.$inferSelect;

/** What became of one step: what was seen from outside, and the row that the outbox keeps in the end. Times are in ms since 1970. */
export type Story = PlannedStep & {
  chain: FactOf<"planned">;
  /** From 0. */
  index: number;
  row: ReplyRow | undefined;
  lead: LeadRow;
  mailbox: MailboxRow;
  campaign: CampaignRow;
  /** When it was handed over and then left; in order, and at most one if all is well. */
  left: number[];
  acts: { at: number; act: Act }[];
  /** What was done with the first of its chain. */
  actsOnFirst: { at: number; act: Act }[];
};

/** A letter of a lead's side: when it came to the server, and when it was read, if ever. */
export type LetterStory = Letter & { laidAt: number; readAt: number | null };

export type Told = {
  stories: Story[];
  letters: Map<string, LetterStory[]>;
  facts: Fact[];
};

/** Puts together what belongs to each step and each lead. */
export function tellStories(world: SimulatedWorld, facts: Fact[], rows: ReplyRow[]): Told {
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  const leftOf = grouped(factsOf(facts, "left"), ({ messageId }) => messageId);
  const actsOf = grouped(factsOf(facts, "person"), ({ replyId }) => replyId);
  const stories = factsOf(facts, "planned").flatMap((chain) => {
    const { lead, mailbox, campaign } = world.threads.find(({ threadId }) => threadId === chain.threadId)!;
    return chain.steps.map((step, index) => ({
      ...step,
      chain,
      index,
      lead,
      mailbox,
      campaign,
      row: rowsById.get(step.replyId),
      left: (leftOf.get(step.messageId) ?? []).map(({ at }) => at),
      acts: actsOf.get(step.replyId) ?? [],
      actsOnFirst: actsOf.get(chain.steps[0]!.replyId) ?? [],
    }));
  });
  const readAt = new Map(factsOf(facts, "was_read").map(({ at, letter }) => [letter.id, at]));
  const letters = factsOf(facts, "lay_at_server").map(({ at, letter }) => ({
    ...letter,
    laidAt: at,
    readAt: readAt.get(letter.id) ?? null,
  }));
  return { stories, letters: grouped(letters, ({ leadId }) => leadId), facts };
}

/** Whether a person has written it, or had said by then that it shall leave at once, whatever binds the machine. */
export const isByPerson = ({ origin, acts }: Story, at: number): boolean =>
  origin === "composer" || acts.some((act) => act.act === "now" && act.at <= at);

function grouped<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
