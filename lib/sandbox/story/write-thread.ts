import type { Party } from "@/lib/domain/party";
import { referencesFor, type ThreadHeaders } from "@/lib/domain/references";
import { replySubject } from "@/lib/domain/subject";
import { partyOf } from "../people/make-people";
import { serialise, type RawInput } from "../serialise";
import { bounceReport } from "./bounce-report";
import { dateBeats } from "./date-beats";
import { invitationHtml } from "./designed";
import { pickClient, simple, writeLetter, type Client, type Quoted, type Written } from "./forms";
import type { Beat, Story } from "./story";
import type { Voice } from "./voice";

export type OwnMailbox = {
  address: string;
  name: string;
  signatureText: string;
  signatureHtml: string;
  ownerKey: string;
};
/** A message as it is stored raw, and what the sandbox knows of it besides. */
export type Letter = {
  raw: Buffer;
  input: RawInput;
  direction: "in" | "out";
  messageId: string;
  statsId: string;
  step: number | null;
  /** The key of the member who wrote it by hand. */
  authorKey: string | null;
  sentAt: Date;
};
type Told = { voice: Voice; story: Story; mailbox: OwnMailbox; lastAt: Date; statsId?: string };
type Former = ThreadHeaders & {
  by: Beat["by"];
  statsId: string;
  body: string;
  sentAt: Date;
  from: Party;
  to: Party;
  subject: string;
};

/** Writes a told thread down, message by message, with ids, headers and quoted history as the mail programs would. */
export function writeThread({ voice, story, mailbox, lastAt, statsId }: Told): Letter[] {
  const dates = dateBeats(story.beats, lastAt, voice);
  const client = pickClient(voice.random);
  const former: Former[] = [];
  return story.beats.map((beat, index) => {
    const sentAt = dates[index]!;
    const parent = parentOf(beat, former);
    const direction = beat.by === "us" ? "out" : "in";
    const ids = idsOf(voice, beat, parent, mailbox, index === 0 ? statsId : undefined);
    const input = inputOf({ voice, story, mailbox, beat, parent, sentAt, client, messageId: ids.messageId });
    former.push({
      by: beat.by,
      statsId: ids.statsId,
      messageId: ids.messageId,
      references: input.references ?? [],
      inReplyTo: input.inReplyTo ? [input.inReplyTo] : [],
      body: beat.body,
      sentAt,
      from: input.from,
      to: input.to[0] ?? input.from,
      subject: input.subject,
    });
    const authorKey = beat.kind === "manual" ? mailbox.ownerKey : null;
    return { raw: serialise(input), input, direction, ...ids, step: beat.step ?? null, authorKey, sentAt };
  });
}

/** People answer the other side's newest message; a step follows the step before it; a server answers what it got. */
function parentOf(beat: Beat, former: Former[]): Former | null {
  const newestBy = (isWanted: (one: Former) => boolean) => former.findLast(isWanted) ?? null;
  if (beat.by !== "us") return newestBy((one) => one.by === "us");
  return newestBy((one) => one.by === "lead" || one.by === "colleague") ?? former.at(-1) ?? null;
}

function idsOf(voice: Voice, beat: Beat, parent: Former | null, mailbox: OwnMailbox, given: string | undefined) {
  const fresh = voice.random.uuid();
  const domain = beat.by === "us" ? mailbox.address.split("@")[1] : voice.company.domain;
  const statsId = given ?? (beat.by === "us" ? voice.random.uuid() : (parent?.statsId ?? voice.random.uuid()));
  return { messageId: `${fresh}@${domain}`, statsId };
}

type Scene = {
  voice: Voice;
  story: Story;
  mailbox: OwnMailbox;
  beat: Beat;
  parent: Former | null;
  sentAt: Date;
  client: Client;
  messageId: string;
};

function inputOf(scene: Scene): RawInput {
  const { beat, voice, mailbox, parent, sentAt, messageId, story } = scene;
  if (beat.kind === "bounce") return bounceOf(scene);
  const us = { name: mailbox.name, address: mailbox.address };
  const lead = partyOf(voice.company.lead);
  const colleague = partyOf(voice.company.colleague);
  const from = { us, lead, colleague, server: lead }[beat.by];
  const to = beat.by === "us" ? lead : us;
  const copy = beat.by === "colleague" ? [lead] : beat.withColleague ? [colleague] : [];
  const threading = parent ? { inReplyTo: parent.messageId, references: referencesFor(parent) } : {};
  const automatic: [string, string][] = [
    ["Auto-Submitted", "auto-replied"],
    ["X-Auto-Response-Suppress", "All"],
  ];
  return {
    from,
    to: [to],
    cc: copy,
    subject: subjectOf(beat, story.subject, parent, voice),
    date: sentAt,
    ...(beat.by === "us" ? {} : { zone: voice.company.timeZone }),
    messageId,
    ...threading,
    ...(beat.kind === "automatic"
      ? { text: withReturn(beat.body, sentAt, voice), headers: automatic }
      : writtenOf(scene)),
    ...(beat.files ? { files: beat.files } : {}),
  };
}

function subjectOf(beat: Beat, subject: string, parent: Former | null, { pack }: Voice): string {
  if (beat.subject) return beat.subject.replace("{subject}", subject);
  if (!parent) return subject;
  return beat.by === "us" ? replySubject(subject) : `${pack.replyPrefix}${subject}`;
}

function writtenOf({ beat, voice, mailbox, parent, client }: Scene): Written {
  const { pack, company } = voice;
  if (beat.by === "us" && beat.kind === "step") return ownStep(beat, mailbox, pack.direction);
  const quoted: Quoted | null = parent && {
    author: parent.from,
    to: parent.to,
    sentAt: parent.sentAt,
    subject: parent.subject,
    body: parent.body,
    timeZone: beat.by === "us" ? "Europe/Paris" : company.timeZone,
  };
  const own = beat.by === "us" ? "gmail" : beat.by === "colleague" ? "outlook" : client;
  return writeLetter(beat.body, own, pack, quoted);
}

function ownStep(beat: Beat, { signatureText, signatureHtml }: OwnMailbox, dir: "ltr" | "rtl"): Written {
  const { text, html } = simple(beat.body, dir);
  if (beat.isDesigned) return { text, html: invitationHtml(beat.body, dir) };
  return {
    text: `${text}\n-- \n${signatureText}\n`,
    html: `${html}<br><div class="gmail_signature">${signatureHtml}</div>`,
  };
}

function bounceOf({ voice, mailbox, parent, sentAt, messageId }: Scene): RawInput {
  const { domain, lead } = voice.company;
  const server = `mx.${domain}`;
  return {
    from: { name: "Mail Delivery System", address: `mailer-daemon@${domain}` },
    to: [{ name: "", address: mailbox.address }],
    subject: "Undelivered Mail Returned to Sender",
    date: sentAt,
    messageId,
    headers: [
      ["Return-Path", "<>"],
      ["Auto-Submitted", "auto-replied"],
    ],
    report: bounceReport({
      recipient: lead.email,
      from: mailbox.address,
      subject: parent?.subject ?? "",
      messageId: parent?.messageId ?? "",
      server,
      boundary: `=_${messageId.slice(0, 13)}`,
    }),
  };
}

/** An absence ends some days after its notice. */
function withReturn(body: string, sentAt: Date, { pack, random, company }: Voice): string {
  const until = new Date(sentAt.getTime() + random.int(3, 16) * 86_400_000);
  const date = new Intl.DateTimeFormat(pack.locale, { dateStyle: "long", timeZone: company.timeZone }).format(until);
  return `${body.replace("{until}", date)}\n`;
}
