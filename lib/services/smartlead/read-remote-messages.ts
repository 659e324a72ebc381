import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import type { Party } from "@/lib/domain/party";
import { rawMessageOf } from "@/lib/smartlead/raw-message";
import type { RemoteLead, RemoteMessage } from "@/lib/smartlead/smartlead-api";
import type { Incoming } from "@/lib/services/messages/direction-of-message";
import { readIncoming, type ReadingDeps } from "@/lib/services/messages/read-incoming";
import { sentAtOf } from "@/lib/services/messages/sent-at-of";
import type { ConnectionRef } from "./connection-ref";

/** A message of a history, read but not placed yet. */
export type ReadRemote = { remote: RemoteMessage; incoming: Incoming };

type Input = {
  connection: ConnectionRef;
  mailboxId: string;
  lead: RemoteLead;
  history: RemoteMessage[];
  isPast: (message: RemoteMessage) => boolean;
};

/** Everything of storing a history that needs no transaction: each message is composed as mail and read like any other. */
export async function readRemoteMessages(
  deps: ReadingDeps,
  { connection, mailboxId, lead, history, isPast }: Input,
): Promise<ReadRemote[]> {
  const { workspaceId } = connection;
  let subject = "";
  const named: RemoteMessage[] = [];
  for (const message of history) {
    // Answers come without a subject.
    named.push({ ...message, subject: message.subject || answerTo(subject) });
    if (message.subject) ({ subject } = message);
  }
  const inputs = [];
  for (const message of named)
    inputs.push({
      workspaceId,
      mailboxId,
      raw: await rawMessageOf(message),
      source: "smartlead" as const,
      isPast: isPast(message),
      given: {
        direction: message.type === "SENT" ? ("out" as const) : ("in" as const),
        threadId: null,
        // Known when the lead is placed.
        contact: { leadId: "", campaignId: "", name: "", address: "" },
        statsId: message.statsId,
        step: message.type === "SENT" ? message.step : null,
      },
    });
  const names = await namesOf(deps.db, mailboxId, lead);
  const incoming = (await readIncoming(deps, inputs)).map((each) => withNames(each, names));
  const seenAt = deps.now();
  return incoming.map((each, index) => {
    const remote = history[index]!;
    // A Date header has no fractions of a second, by which two messages may differ.
    return { remote, incoming: { ...each, sentAt: sentAtOf(remote.time, seenAt) } };
  });
}

/** Smartlead tells addresses only: whose they are is known. By the address in lower case. */
async function namesOf(db: Database, mailboxId: string, lead: RemoteLead): Promise<Map<string, string>> {
  const [mailbox] = await db
    .select({ address: mailboxes.address, name: mailboxes.displayName })
    .from(mailboxes)
    .where(eq(mailboxes.id, mailboxId));
  const known = [{ address: lead.email, name: leadName(lead) }, ...(mailbox ? [mailbox] : [])];
  return new Map(known.filter(({ name }) => name !== "").map(({ address, name }) => [address.toLowerCase(), name]));
}

function withNames(incoming: Incoming, names: Map<string, string>): Incoming {
  const name = (party: Party): Party => ({
    ...party,
    name: party.name || (names.get(party.address.toLowerCase()) ?? ""),
  });
  const { from, to, cc, bcc, others } = incoming;
  return {
    ...incoming,
    from: from && name(from),
    to: to.map(name),
    cc: cc.map(name),
    bcc: bcc.map(name),
    others: others.map(name),
  };
}

const answerTo = (subject: string): string => (subject === "" || /^re:/iu.test(subject) ? subject : `Re: ${subject}`);
