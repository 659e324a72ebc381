import type { Party } from "@/lib/domain/party";
import { MAILBOXES } from "../people/cast";
import { makeCompany } from "../people/make-people";
import { seeded } from "../random";
import { serialise, type RawInput } from "../serialise";
import { newsletterHtml } from "../story/designed";
import { meetingFile } from "../story/meeting-file";
import { makeVoice } from "../story/voice";
import type { Letter } from "../story/write-thread";
import { NEWSLETTERS, STRANGERS } from "../texts/en/strangers";
import { fill, write } from "../texts/write";
import { ownMailbox } from "./own-mailbox";
import type { PlannedThread } from "./planned-thread";

const STRANGER_THREADS = 40;
const BULK_THREADS = 30;
/** The stranger whose letter brings an invitation. */
const INVITING = 1;
/** The one who tells of a new address. */
const MOVED = 9;
const DAY = 86_400_000;

/**
 * Threads that belong to no lead: strangers who wrote by themselves, and newsletters.
 * @param moved a lead who changed jobs and writes from an address that nobody knows yet
 */
export function planAsides(now: Date, moved: Party): PlannedThread[] {
  return [
    ...Array.from({ length: STRANGER_THREADS }, (_, index) => stranger(index, now, moved)),
    ...Array.from({ length: BULK_THREADS }, (_, index) => newsletter(index, now)),
  ];
}

function stranger(index: number, now: Date, moved: Party): PlannedThread {
  const random = seeded(`wattlark/stranger/${index}`);
  const mailbox = random.chance(0.6) ? 6 : random.int(0, MAILBOXES.length - 1);
  const own = ownMailbox(mailbox);
  const company = makeCompany("en", random, new Set());
  const writer = index === MOVED ? moved : { name: company.lead.name, address: company.lead.email };
  const person = { name: writer.name, address: `${writer.address.split("@")[0]}@strangers-${index + 1}.example` };
  const voice = makeVoice(random, company, { key: own.ownerKey, name: own.name });
  const template = STRANGERS[index % STRANGERS.length]!;
  const sentAt = dated(now, 0.2 + 50 * random.next() ** 2);
  const messageId = `${random.uuid()}@${person.address.split("@")[1]}`;
  const text = `${write(template.body, voice.slots, random)}\n\n${person.name}\n`;
  const input: RawInput = {
    from: person,
    to: [{ name: own.name, address: own.address }],
    subject: fill(template.subject, voice.slots),
    date: sentAt,
    messageId,
    text,
    ...(index === INVITING
      ? { files: [invitationOf({ sentAt, organiser: person, guest: own, city: voice.slots.refCity ?? "" })] }
      : {}),
  };
  return aside(
    `stranger/${index}`,
    "untracked",
    mailbox,
    { input, messageId, sentAt, statsId: random.uuid() },
    random.chance(0.3),
  );
}

/** For some days after it was written. */
function invitationOf(wanted: { sentAt: Date; organiser: Party; guest: Party; city: string }) {
  const { sentAt, organiser, guest, city } = wanted;
  const day = new Date(sentAt.getTime() + 9 * DAY).toISOString().slice(0, 10);
  return meetingFile({
    uid: `speaker-${day}@${organiser.address.split("@")[1]}`,
    title: "Energy in industry: speakers meet",
    place: city ? `Town hall, ${city}` : "Town hall",
    day,
    organiser,
    guest: { name: guest.name, address: guest.address },
  });
}

function newsletter(index: number, now: Date): PlannedThread {
  const random = seeded(`wattlark/newsletter/${index}`);
  const { sender, domain, subjects, items } = NEWSLETTERS[index % NEWSLETTERS.length]!;
  const issue = 140 - Math.floor(index / NEWSLETTERS.length);
  const mailbox = random.pick([2, 6, 7]);
  const own = ownMailbox(mailbox);
  const sentAt = dated(now, 1 + Math.floor(index / NEWSLETTERS.length) * 6 + random.next());
  const messageId = `${random.uuid()}@${domain}`;
  const title = random.pick(subjects);
  const unsubscribe = `https://${domain}/unsubscribe/${random.int(1000, 9999)}`;
  const chosen = items.filter(() => random.chance(0.7));
  const input: RawInput = {
    from: { name: sender, address: `letter@${domain}` },
    to: [{ name: "", address: own.address }],
    subject: `${title} (no. ${issue})`,
    date: sentAt,
    messageId,
    html: newsletterHtml({
      brand: sender,
      title,
      items: chosen.length > 0 ? chosen : items,
      button: "Read it all",
      address: `letter@${domain}`,
      unsubscribe,
    }),
    headers: [
      ["List-Id", `<letter.${domain}>`],
      ["List-Unsubscribe", `<${unsubscribe}>`],
      ["Precedence", "bulk"],
    ],
  };
  return aside(
    `newsletter/${index}`,
    "bulk",
    mailbox,
    { input, messageId, sentAt, statsId: random.uuid() },
    random.chance(0.5),
  );
}

function aside(
  key: string,
  kind: "untracked" | "bulk",
  mailbox: number,
  letter: Pick<Letter, "input" | "messageId" | "sentAt" | "statsId">,
  isUnread: boolean,
): PlannedThread {
  return {
    key,
    kind,
    mailbox,
    campaign: null,
    company: null,
    letters: [{ ...letter, raw: serialise(letter.input), direction: "in", step: null, authorKey: null }],
    plot: kind === "bulk" ? "newsletter" : "stranger",
    category: null,
    assignee: null,
    isImportant: false,
    isArchived: false,
    unread: isUnread ? 1 : 0,
  };
}

const dated = (now: Date, age: number) => new Date(Math.floor((now.getTime() - age * DAY) / 1000) * 1000);
