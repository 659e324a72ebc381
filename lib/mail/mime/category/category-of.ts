import type { Bounce } from "@/lib/domain/bounce";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { awayWordsIn, mayBeAwayIn } from "../absence/absence-note";
import { AUTOMATIC_SUBJECT } from "../absence/automatic-subject";
import type { ParsedAttachment } from "../parsed-message";
import { ownWordsOf } from "./own-words";
import { wordCategoryOf } from "./word-category";

/**
 * `because`: a closed word, a colon and what was found. `isByWords`: a person's words told it, so that somebody may correct it.
 * `isClear`: its writer orders not to be written to, in words that can mean nothing else.
 */
export type FoundCategory = { kind: CategoryKind; because: string; isByWords: boolean; isClear?: boolean };

export type Categorised = {
  automaticReason: string | null;
  bounces: Bounce[];
  isList: boolean;
  subject: string;
  visibleText: string;
  returnDate: string | null;
  attachments: Pick<ParsedAttachment, "contentType" | "content">[];
};

/**
 * What the rules take a message for, or null. What machines declare comes first: a delivery report, an automatic answer, an
 * invitation; then a person's words; then a link at which times are booked; last that somebody is away, though no machine said so. Newsletters have no category.
 */
export function categoryOf(message: Categorised): FoundCategory | null {
  const { bounces, automaticReason, isList, visibleText } = message;
  const [bounce] = bounces;
  if (bounce) return { kind: "bounce", because: `report: ${bounce.status || bounce.cause}`, isByWords: false };
  if (message.attachments.some(({ contentType }) => REPORT.test(contentType))) return null;
  if (automaticReason !== null) return ofMachine(message, automaticReason);
  if (isList) return null;
  return invitationIn(message.attachments) ?? ofWords(visibleText) ?? bookingLinkIn(visibleText) ?? awayIn(visibleText);
}

/** Success notices, read receipts (RFC 8098) and complaints (RFC 5965). */
const REPORT = /^message\/(?:delivery-status|disposition-notification|feedback-report)/iu;

/**
 * An automatic answer is "out of office", unless it says that its writer has left. What only declares itself as sent by a machine
 * must say that somebody is away: receipts of a help desk and notifications answer nothing.
 */
function ofMachine(message: Categorised, automaticReason: string): FoundCategory | null {
  const { subject, visibleText, returnDate, isList } = message;
  const words = wordCategoryOf(visibleText);
  if (words?.kind === "wrong" && LEFT.test(words.words))
    return { kind: "wrong", because: `words: ${words.words}`, isByWords: false };
  const isAway =
    returnDate !== null || AUTOMATIC_SUBJECT.test(subject.trim()) || awayWordsIn(visibleText.slice(0, 1_500)) !== null;
  const isAnswer = /^(?:auto_submitted: auto-replied|auto_reply_header:)/u.test(automaticReason);
  if (!isAway && (!isAnswer || isList || RECEIPT.test(`${subject}\n${visibleText.slice(0, 1_500)}`))) return null;
  return { kind: "ooo", because: automaticReason, isByWords: false };
}

/** Says that somebody is gone for good, rather than that another would be the right one while the writer is away. */
const LEFT =
  /no longer|left|retired|not (?:working|employed)|nicht mehr|verlassen|ausgeschieden|ne travaille plus|n'est plus|a quitté|ya no|ha dejado|jubil|più|lasciato|niet (?:meer|langer)|verlaten|já não|saiu|deixou|inte längre|slutat|ikke (?:længere|lenger|mere)|fratrådt|sluttet|nie pracuj|odszed|odesz/iu;

const RECEIPT =
  /(?<!\p{L})(?:ticket|case (?:id|number|no)|reference (?:number|no)|we have received your|has been received|request #?\d|ihre anfrage|vorgang(?:snummer)?|wir haben ihre|demande n|nous avons bien reçu|hemos recibido|abbiamo ricevuto|wij hebben uw|recebemos|vi har mottagit|vi har modtaget|vi har mottatt|zgłoszenie|otrzymaliśmy)(?!\p{L})/iu;

const CALENDAR = /^(?:text\/calendar|application\/ics)/iu;

/** Somebody proposes a time, or takes the one that was proposed (iTIP, RFC 5546). */
function invitationIn(attachments: Categorised["attachments"]): FoundCategory | null {
  const part = attachments.find(({ contentType }) => CALENDAR.test(contentType));
  if (!part) return null;
  const text = Buffer.from(part.content.slice(0, 20_000))
    .toString("utf8")
    .replace(/\r?\n[ \t]/gu, "");
  const method = /^METHOD:(\w+)/imu.exec(text)?.[1]?.toLowerCase();
  const answer = /^ATTENDEE[^:\n]*;PARTSTAT=(ACCEPTED|TENTATIVE)/imu.exec(text)?.[1]?.toLowerCase();
  const found = method === "request" || method === "counter" ? method : method === "reply" ? answer : undefined;
  return found === undefined ? null : { kind: "meeting", because: `invitation: ${found}`, isByWords: false };
}

function ofWords(visibleText: string): FoundCategory | null {
  const found = wordCategoryOf(visibleText);
  return found && { kind: found.kind, because: `words: ${found.words}`, isByWords: true, isClear: found.isClear };
}

const BOOKING =
  /https?:\/\/(?:www\.)?((?:calendly|cal|savvycal|zcal|tidycal|youcanbook|koalendar|doodle)\.(?:com|co|me)\/\S|meetings(?:-\w+)?\.hubspot\.com\/\S|outlook\.office(?:365)?\.com\/(?:owa\/calendar|bookwithme)|calendar\.app\.google\/\S|app\.reclaim\.ai\/m\/\S|book\.\S+\.\w+\/\S)/iu;

function bookingLinkIn(visibleText: string): FoundCategory | null {
  const link = BOOKING.exec(ownWordsOf(visibleText.slice(0, 3_000)))?.[1];
  const [host] = link?.split("/") ?? [];
  return host === undefined ? null : { kind: "meeting", because: `link: ${host.toLowerCase()}`, isByWords: true };
}

/** Only the category: what a person may have typed himself is an answer like any other. */
function awayIn(visibleText: string): FoundCategory | null {
  const words = mayBeAwayIn(ownWordsOf(visibleText.slice(0, 3_000)));
  return words === null ? null : { kind: "ooo", because: `words: ${words}`, isByWords: true };
}
