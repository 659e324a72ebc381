import { USUAL_BYTES } from "./size-limit";

/** The largest piece of a file of mail that is sent at once, in bytes; a single message may be as large as an upload. */
const LIMITS = { piece: 16 * 1024 * 1024, message: USUAL_BYTES };
type Limits = typeof LIMITS;

/** How many pieces one order may have. */
export const MAX_MAIL_FILES = 1_000;

const HEAD_BYTES = 4_096;
/** As much as a boundary's line and the blank one before it may be. */
const BOUNDARY_BYTES = 256;
/** Where the next message of an mbox begins: behind a blank line, a line that bears a time and a year. */
const BOUNDARY = /\n\r?\nFrom [^\n]{0,120}\d\d?:\d\d[^\n]{0,60}\d{4}/gu;
const HEADER = /^(?:\ufeff|ï»¿)?[!-9;-~]+:/u;

/** What lies in a file of mail: the pieces it is sent in, none of which cuts a message, and how many messages these are. */
export type MailFile = { pieces: Blob[]; messages: number; tooLarge: number };

/**
 * Looks through a file of mail (an mbox, or one message) and cuts it between messages into pieces of at most 25 MB. Messages that
 * are larger than that are left out and counted.
 * @returns null for what is no mail
 */
export async function cutMailFile(file: Blob, limits: Limits = LIMITS): Promise<MailFile | null> {
  const head = await textOf(file.slice(0, HEAD_BYTES));
  if (!head.startsWith("From ")) {
    if (!HEADER.test(head)) return null;
    const isTooLarge = file.size > limits.message;
    return isTooLarge ? { pieces: [], messages: 0, tooLarge: 1 } : { pieces: [file], messages: 1, tooLarge: 0 };
  }
  const cut: MailFile = { pieces: [], messages: 0, tooLarge: 0 };
  for (let from = 0; from < file.size; from = await cutNext(file, from, cut, limits));
  return cut;
}

/** @returns where the next piece begins */
async function cutNext(file: Blob, from: number, cut: MailFile, limits: Limits): Promise<number> {
  let text = await textOf(file.slice(from, from + limits.piece));
  let begins = boundariesIn(text);
  if (from + text.length < file.size && begins.length === 0) {
    text = await textOf(file.slice(from, from + limits.message));
    begins = boundariesIn(text);
  }
  const isLast = from + text.length >= file.size;
  const end = isLast ? file.size : begins.length > 0 ? from + begins.at(-1)! : null;
  if (end === null) {
    cut.tooLarge++;
    return nextBoundary(file, from + text.length, limits);
  }
  cut.pieces.push(file.slice(from, end));
  // The message that a piece ends before is the next one's first.
  cut.messages += begins.length + (isLast ? 1 : 0);
  return end;
}

async function nextBoundary(file: Blob, from: number, { piece }: Limits): Promise<number> {
  for (let at = from - BOUNDARY_BYTES; at < file.size; at += piece - BOUNDARY_BYTES) {
    const [begin] = boundariesIn(await textOf(file.slice(at, at + piece)));
    if (begin !== undefined) return at + begin;
  }
  return file.size;
}

const boundariesIn = (text: string): number[] =>
  [...text.matchAll(BOUNDARY)].map((match) => match.index + match[0].indexOf("F"));

/** One character a byte, so that places in the text are places in the file. */
const textOf = async (blob: Blob): Promise<string> => new TextDecoder("latin1").decode(await blob.arrayBuffer());
