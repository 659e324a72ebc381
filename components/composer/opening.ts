import { addressKey, domainOf, formatParty } from "@/lib/domain/address";
import type { DraftAttachment, DraftContent } from "@/lib/domain/draft";
import { leadName } from "@/lib/domain/lead-name";
import { recipientsForReply } from "@/lib/domain/recipients";
import type { MessageView } from "@/lib/domain/message-view";
import type { ThreadView } from "@/lib/domain/thread-view";

export type ReplyMode = "reply" | "reply_all" | "forward";

type Answerable = Pick<ThreadView, "messages" | "lead" | "ownAddresses">;

/**
 * The message that a reply answers: the newest that a person of theirs wrote, else the newest inbound one that is no delivery
 * report (nobody reads what a mail server is answered), else our own newest. Null in a thread without messages.
 */
export function parentOf({ messages }: Pick<ThreadView, "messages">): MessageView | null {
  const inbound = messages.filter((message) => message.direction === "in" && message.bounces.length === 0);
  const ownNewest = messages.findLast((message) => message.direction === "out");
  return inbound.findLast((message) => !message.isAutomatic) ?? inbound.at(-1) ?? ownNewest ?? messages.at(-1) ?? null;
}

/** The message that is passed on: the one that is meant (`messageId`), else the newest, whoever wrote it. */
export function forwardedOf({ messages }: Pick<ThreadView, "messages">, messageId: string | null): MessageView | null {
  return messages.find(({ id }) => id === messageId) ?? messages.at(-1) ?? null;
}

/** Whether somebody but the writer would get a reply to all. */
export function hasOthers(thread: Answerable, parent: MessageView): boolean {
  return recipientsFor(thread, parent).cc.length > 0;
}

/** An empty reply or forward, `attachments` the files that go with it: to all where there was a Cc, unless only the writer is meant (with the lead, for whom a colleague wrote); signed; now. */
export function openingContent(
  thread: Answerable,
  parent: MessageView,
  mode: ReplyMode,
  attachments: DraftAttachment[] = [],
): DraftContent {
  const { to, cc, copy } = mode === "forward" ? NOBODY : recipientsFor(thread, parent);
  return {
    parentId: parent.id,
    to: to.map(formatParty),
    cc: (mode === "reply_all" ? cc : copy).map(formatParty),
    bcc: [],
    bodyHtml: "",
    addSignature: true,
    attachments,
    scheduledTime: null,
    scheduledZone: null,
    scheduleCondition: "always",
    ...(mode === "forward" ? { kind: mode } : {}),
  };
}

/** A forward begins without recipients: whom it goes to is what the person has to say. */
const NOBODY = { to: [], cc: [], copy: [] };

/**
 * Whether a draft is what is asked for: by a key any answer is, from a message's menu only the one to that message. To reply
 * where one is put aside (`isAside`) is to go on with it, a forward too.
 */
export function isAlready(
  { kind, parentId }: DraftContent,
  mode: ReplyMode,
  messageId: string | null,
  isAside = false,
): boolean {
  if (isAside && mode === "reply" && messageId === null) return true;
  if (mode === "forward") return kind === "forward" && (messageId ?? parentId) === parentId;
  return kind !== "forward" && messageId === null;
}

/** `addressKey`s of who took part in a thread: anybody else is pointed out when added. */
export function participantsOf({ messages, lead }: Pick<ThreadView, "messages" | "lead">): Set<string> {
  const parties = messages.flatMap((message) => [message.from, ...message.replyTo, ...message.to, ...message.cc]);
  const addresses = [...parties.map((party) => party.address), ...(lead ? [lead.email] : [])];
  return new Set(addresses.map(addressKey));
}

/** The lead's domain and those of our own mailboxes. */
export const insideDomains = ({ lead, ownAddresses }: Pick<ThreadView, "lead" | "ownAddresses">): Set<string> =>
  new Set([...ownAddresses, ...(lead ? [lead.email] : [])].map(domainOf));

function recipientsFor({ lead, ownAddresses }: Answerable, message: MessageView) {
  const known = lead ? { name: leadName(lead), address: lead.email } : null;
  return recipientsForReply({ message, lead: known, ownAddresses });
}
