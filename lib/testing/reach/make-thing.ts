import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { attachments, drafts, followUpChains, replies, sandboxDeliveries, threadReminders } from "@/lib/db/schema";
import { putFile } from "@/lib/storage/storage";
import { makeLead, makeThread } from "../factories";
import { makeTeamThings, noTeamThings, type People, type TeamThings } from "./make-team-things";
import type { Place } from "./reach-place";

/** The ids by which a thread, and what hangs in it, is asked for. */
export type Thing = TeamThings & {
  threadId: number;
  messageId: string;
  /** As the API names the message. */
  statsId: string;
  rfcId: string;
  /** The Message-ID of the member's reply. */
  replyRfcId: string;
  attachmentId: string;
  replyId: string;
  chainId: string;
  draftId: string;
  reminderId: string;
  leadId: string;
  mailboxId: string;
  campaign: number;
};

/** What nobody has. */
export const nothing = (): Thing => ({
  ...noTeamThings(),
  threadId: 900_000_000_001,
  messageId: newId(),
  statsId: newId(),
  rfcId: `${newId()}@lead.test`,
  replyRfcId: `${newId()}@acme.test`,
  attachmentId: newId(),
  replyId: newId(),
  chainId: newId(),
  draftId: newId(),
  reminderId: newId(),
  leadId: newId(),
  mailboxId: newId(),
  campaign: 99_999_999_999,
});

const DAY_MS = 86_400_000;

/** A thread of a place with a file, a reply ahead, follow-ups, a draft and a reminder of the member's, and what a team does about it. */
export async function makeThing(db: Database, place: Place, people: People): Promise<Thing> {
  const { id: memberId } = people.member;
  const { mark, workspaceId, mailbox, campaign } = place;
  const email = `ana-${newId()}@${mark}.test`;
  const lead = await makeLead(db, { workspaceId, campaign, email, lastName: mark, company: `Firm ${mark}` });
  const { thread, messages } = await makeThread(db, {
    workspaceId,
    mailbox,
    campaign,
    lead,
    subject: `About ${mark}`,
    isAwaitingAnswer: true,
    messages: [{ direction: "out" }, { direction: "in", raw: `Subject: ${mark}\r\n\r\nHello`, text: `Hello ${mark}` }],
  });
  const message = messages.at(-1)!;
  const threadId = thread.id;
  const [file] = await db
    .insert(attachments)
    .values(await fileOf(place, message.id))
    .returning();
  const made = { workspaceId, threadId, createdAt: new Date() };
  const [chain] = await db
    .insert(followUpChains)
    .values({ ...made, authorId: memberId })
    .returning();
  const replyValues = { ...replyOf(place, email), threadId, parentId: message.id };
  const [reply] = await db
    .insert(replies)
    .values({ ...replyValues, authorId: memberId })
    .returning();
  const left = { workspaceId, messageId: reply!.messageId, recipients: [email], raw: Buffer.from(`Mail ${mark}`) };
  await db.insert(sandboxDeliveries).values(left);
  const draftId = newId();
  await db.insert(drafts).values({
    id: draftId,
    workspaceId,
    threadId,
    authorId: memberId,
    savedAt: new Date(),
    content: draftOf(message.id, mark),
  });
  const [reminder] = await db
    .insert(threadReminders)
    .values({
      ...made,
      memberId,
      kind: "reminder",
      condition: "always",
      remindAt: new Date(Date.now() + DAY_MS),
      note: mark,
    })
    .returning();
  return {
    ...(await makeTeamThings(db, { place, threadId, messages, people }, replyValues)),
    threadId,
    messageId: message.id,
    statsId: message.statsId,
    rfcId: message.messageId,
    replyRfcId: reply!.messageId,
    attachmentId: file!.id,
    replyId: reply!.id,
    chainId: chain!.id,
    draftId,
    reminderId: reminder!.id,
    leadId: lead.id,
    mailboxId: mailbox.id,
    campaign: campaign.number,
  };
}

async function fileOf({ workspaceId, mark }: Place, messageId: string) {
  const storageKey = `attachments/${newId()}`;
  await putFile(storageKey, Buffer.from(mark));
  const named = { fileName: `${mark}.txt`, contentType: "text/plain", sha256: newId() };
  return { ...named, workspaceId, messageId, position: 0, size: mark.length, storageKey };
}

const replyOf = ({ workspaceId, mailbox, mark }: Place, email: string) => ({
  workspaceId,
  mailboxId: mailbox.id,
  origin: "composer" as const,
  status: "scheduled" as const,
  to: [{ name: "Ana", address: email }],
  subject: `Re: ${mark}`,
  bodyHtml: `<p>Words ${mark}</p>`,
  addSignature: false,
  scheduledAt: new Date(Date.now() + DAY_MS),
  dueAt: new Date(Date.now() + DAY_MS),
  messageId: `${newId()}@acme.test`,
  statsId: newId(),
  acceptedAt: new Date(),
});

export const draftOf = (parentId: string, mark: string) => ({
  parentId,
  to: [],
  cc: [],
  bcc: [],
  attachments: [],
  bodyHtml: `<p>Draft ${mark}</p>`,
  addSignature: false,
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "always" as const,
});
