import { randomUUID } from "node:crypto";
import type { LeadRow } from "@/lib/testing/factories";
import type { Letter } from "./facts";
import { reactionTo, type Reaction } from "./fates";
import { answer, awayNote, bounce, unsubscription } from "./letters";
import type { Sent, SimulatedServers } from "./simulated-servers";
import { DAY, MINUTE, type Stage } from "./stage";

type Parts = { stage: Stage; servers: SimulatedServers; readSoon: (mailboxId: string, withinMs: number) => void };

/** What the leads and their servers do when a message has come: some answer, and a copy lies in the sender's Sent folder. */
export const reactBy =
  ({ stage, servers, readSoon }: Parts) =>
  (sent: Sent): void => {
    const { seed, clock, agenda, world, names, random } = stage;
    const lead = world.leads.find(({ email }) => sent.to.includes(email));
    const mailbox = world.mailboxes.find(({ id }) => id === sent.mailboxId);
    if (!lead || !mailbox) return;
    // Not each server keeps copies: what is not found there, a person is asked about.
    if (random.chance(0.5)) servers.deliver(mailbox.id, { raw: sent.raw, source: "sent", letter: null });
    const reaction = reactionTo(seed, names.get(sent.messageId) ?? sent.messageId);
    if (!reaction) return;
    agenda.add(clock.millis() + reaction.afterMs, "world", () => {
      const written = {
        answered: { messageId: sent.messageId, to: mailbox.address, lead: named(lead) },
        date: clock.now(),
      };
      const letter = letterOf(reaction, { leadId: lead.id, mailboxId: mailbox.id, at: clock.millis() });
      servers.deliver(mailbox.id, { raw: rawOf(reaction, letter, written), source: "inbox", letter });
      stage.tell({ kind: "lay_at_server", at: clock.millis(), letter });
      // Most is announced at once; some is found only by the next look.
      readSoon(mailbox.id, random.chance(0.7) ? MINUTE / 2 : 20 * MINUTE);
    });
  };

const named = ({ firstName, lastName, email }: LeadRow) => ({ name: `${firstName} ${lastName}`, email });

function letterOf(
  reaction: NonNullable<Reaction>,
  { at, ...whose }: Pick<Letter, "leadId" | "mailboxId"> & { at: number },
): Letter {
  const isAway = reaction.what === "away";
  const returnDate = isAway ? new Date(at + reaction.days * DAY).toISOString().slice(0, 10) : null;
  return { id: randomUUID(), ...whose, what: reaction.what, returnDate };
}

function rawOf(reaction: NonNullable<Reaction>, letter: Letter, written: Parameters<typeof bounce>[0]): Buffer {
  if (reaction.what === "answer") return answer(written, reaction.from);
  if (reaction.what === "away") return awayNote(written, letter.returnDate!);
  return reaction.what === "bounce" ? bounce(written) : unsubscription(written);
}
