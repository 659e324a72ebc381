import type { CategoryKind } from "@/lib/domain/default-categories";
import { leadName } from "@/lib/domain/lead-name";
import type { Party } from "@/lib/domain/party";
import { sameAddress } from "@/lib/domain/address";
import { referencesFor } from "@/lib/domain/references";
import { baseSubject } from "@/lib/domain/subject";
import type { ParsedMessage } from "@/lib/mail/mime/parsed-message";
import { visibleTextOf } from "@/lib/mail/mime/visible-text";
import { pdfFile, pngFile } from "../files";
import { makeCompany, type Company, type Person } from "../people/make-people";
import { seeded, type Random } from "../random";
import { serialise, type RawFile } from "../serialise";
import { pickClient, writeLetter } from "../story/forms";
import { makeVoice, type Voice } from "../story/voice";
import { LANGUAGES, type Language } from "../texts/pack";
import { chooseAnswer } from "./choose-answer";

export type AnswerInput = {
  /** What was delivered. */
  heard: ParsedMessage & { messageId: string };
  mailbox: Party;
  lead: {
    firstName: string;
    lastName: string;
    company: string;
    title: string;
    location: string;
    timeZone: string | null;
    customFields: Record<string, string>;
  } | null;
  category: CategoryKind | null;
  /** Visible texts of the other side so far, oldest first. */
  said: string[];
  /** Other people of the lead's house who took part. */
  colleagues: Party[];
  ownAddresses: string[];
  isLikeable: boolean;
  now: Date;
};

const COLLEAGUE_SHARE = 0.25;
const FILE_SHARE = 0.06;

/**
 * The answer of whoever a delivered message was written to, as a raw message; the same for the same message.
 * @returns null when nobody outside got it
 */
export function writeAnswer(input: AnswerInput): Buffer | null {
  const { heard, mailbox, ownAddresses, isLikeable, now, said, category } = input;
  const isOwn = (party: Party) => ownAddresses.some((address) => sameAddress(address, party.address));
  const lead = heard.to.find((party) => !isOwn(party));
  if (!lead) return null;
  const random = seeded(`answer/${heard.messageId}`);
  const copied = heard.cc.filter((party) => !isOwn(party) && !sameAddress(party.address, lead.address));
  const inCopy = copied[0] ?? null;
  const byColleague = inCopy !== null && !isLikeable && random.chance(COLLEAGUE_SHARE);
  const voice = voiceOf(input, lead, inCopy, random);
  const text = visibleTextOf(heard.text);
  const answer = chooseAnswer(voice, { text, category, said, isLikeable, byColleague });
  const author = byColleague ? inCopy : lead;
  const ids = {
    // A stream of its own: whatever was said meanwhile, the second answer to a message is the first one.
    messageId: `${seeded(`answer-id/${heard.messageId}`).uuid()}@${author.address.split("@")[1]}`,
    inReplyTo: heard.messageId,
    references: referencesFor({ messageId: heard.messageId, references: heard.references, inReplyTo: heard.inReplyTo }),
  };
  const shared = { from: author, to: [mailbox], date: now, zone: voice.company.timeZone, ...ids };
  if (answer.kind === "absent") return serialise({ ...shared, ...absence(voice, answer.body, heard.subject, now) });
  const files = random.chance(FILE_SHARE) ? [fileOf(voice)] : undefined;
  const quoted = {
    author: mailbox,
    to: lead,
    sentAt: heard.date ?? now,
    subject: heard.subject,
    body: text,
    timeZone: voice.company.timeZone,
  };
  return serialise({
    ...shared,
    cc: byColleague ? [lead] : copied,
    subject: `${voice.pack.replyPrefix}${baseSubject(heard.subject)}`,
    ...writeLetter(answer.body, pickClient(random), voice.pack, quoted),
    ...(files ? { files } : {}),
  });
}

function voiceOf(
  { lead, mailbox, colleagues }: AnswerInput,
  party: Party,
  inCopy: Party | null,
  random: Random,
): Voice {
  const language = LANGUAGES.find((code) => code === lead?.customFields.Language) ?? "en";
  const invented = makeCompany(language, seeded(`house/${party.address}`), new Set());
  const colleague = inCopy ?? colleagues[0] ?? null;
  const company: Company = {
    ...invented,
    language: language satisfies Language,
    domain: party.address.split("@")[1] ?? invented.domain,
    lead: personOf(party, lead, invented.lead),
    colleague: colleague ? personOf(colleague, null, invented.colleague) : atHome(invented.colleague, party),
    ...(lead?.company ? { name: lead.company } : {}),
    ...(lead?.location ? { city: lead.location } : {}),
    ...(lead?.timeZone ? { timeZone: lead.timeZone } : {}),
  };
  return makeVoice(random, company, { key: "", name: mailbox.name || "Wattlark" });
}

function personOf(party: Party, lead: AnswerInput["lead"], fallback: Person): Person {
  const words = (party.name || party.address.split("@")[0] || "").split(/\s+/);
  const first = lead?.firstName || words[0] || fallback.first;
  const last = lead?.lastName || words.at(-1) || fallback.last;
  const name = party.name || (lead && leadName(lead)) || first;
  return { first, last, name, email: party.address, title: lead?.title || fallback.title };
}

const atHome = (person: Person, { address }: Party): Person => ({
  ...person,
  email: `${person.email.split("@")[0]}@${address.split("@")[1]}`,
});

function absence({ pack, random, slots, company }: Voice, template: string, subject: string, now: Date) {
  const date = new Intl.DateTimeFormat(pack.locale, { dateStyle: "long", timeZone: company.timeZone }).format(
    new Date(now.getTime() + random.int(3, 12) * 86_400_000),
  );
  const words: Record<string, string> = { ...slots, until: date };
  const headers: [string, string][] = [
    ["Auto-Submitted", "auto-replied"],
    ["X-Auto-Response-Suppress", "All"],
  ];
  return {
    subject: pack.outOfOfficeSubject.replace("{subject}", baseSubject(subject)),
    text: `${template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "")}\n`,
    headers,
  };
}

const fileOf = ({ random, slots }: Voice): RawFile =>
  random.chance(0.5) ? pngFile("panel.png", random) : pdfFile("bill.pdf", [slots.company ?? "", `${slots.kwh} kWh`]);
