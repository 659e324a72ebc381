import { htmlToText } from "@/lib/mail/mime/html-to-text";
import { visibleTextOf } from "@/lib/mail/mime/visible-text";
import type { ReplyRow } from "./reply-row";

export type Candidate = { reply: ReplyRow; signature: string | null };

/** Below this many letters the beginning of a message says too little by itself. */
const TELLING = 24;
/** What left so lately is told by few letters, where nothing else can be meant. */
const LATELY_MS = 5 * 60_000;

/**
 * Which reply a message is: who says exactly the same; else who says the most of it, from its beginning (a signature that Smartlead
 * added, a quote without a mark). Of equal words a reply that is known to have left comes before one of which nobody knows, so that
 * no other's message makes that one sent; then the one that left nearest to the message's time.
 */
export function replyWithWords(
  candidates: Candidate[],
  { html, time }: { html: string; time: Date },
): ReplyRow | undefined {
  const text = htmlToText(html);
  const [whole, visible] = [lettersOf(text), lettersOf(visibleTextOf(text))];
  const distance = (reply: ReplyRow) => Math.abs(time.getTime() - leftAt(reply));
  const words = candidates
    .map((candidate) => ({ reply: candidate.reply, ...wordsOf(candidate) }))
    .toSorted((a, b) => doubt(a.reply) - doubt(b.reply) || distance(a.reply) - distance(b.reply));
  const same = words.find(({ own, signed }) => [own, signed].some((each) => each === visible || each === whole));
  if (same) return same.reply;
  const isOnly = words.length === 1;
  const begins = words
    .filter(({ own }) => own !== "" && whole.startsWith(own))
    .filter(({ own, reply }) => own.length >= TELLING || (isOnly && distance(reply) <= LATELY_MS))
    .toSorted((a, b) => b.own.length - a.own.length);
  return begins[0]?.reply;
}

const doubt = ({ status }: ReplyRow): number => (status === "sent" ? 0 : 1);

/** What Smartlead keeps until a time leaves then. */
const leftAt = ({ markedAt, scheduledAt }: ReplyRow): number =>
  Math.max(markedAt?.getTime() ?? 0, scheduledAt?.getTime() ?? 0);

function wordsOf({ reply, signature }: Candidate): { own: string; signed: string } {
  const text = htmlToText(reply.bodyHtml);
  return { own: lettersOf(text), signed: lettersOf(`${text}${signature ? htmlToText(signature) : ""}`) };
}

/** Letters and digits only: spaces, line breaks and signs change on the way through other people's editors. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
