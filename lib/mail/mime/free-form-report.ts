import { sameAddress } from "@/lib/domain/address";
import { automaticReasonOf } from "./automatic";
import type { ParsedMessage } from "./parsed-message";
import { reportTextOf } from "./report-text";

export type Report = Pick<ParsedMessage, "from" | "to" | "subject" | "text" | "headers" | "attachments">;

/** Whether a message reports a failure without a machine-readable part. A person may forward a bounce or ask about one: only what a mail system wrote itself counts. */
export function isFreeFormReport(message: Report): boolean {
  const { from, subject } = message;
  const valueOf = (name: string) => message.headers.find((header) => header.name === name)?.value ?? "";
  if (valueOf("x-failed-recipients") !== "") return true;
  const isSenderless = /^<\s*>/u.test(valueOf("return-path"));
  const isDaemon = DAEMON.test(`${from?.name ?? ""} ${from?.address ?? ""}`);
  const isSystem = isSenderless || isDaemon || /report-type="?delivery-status/iu.test(valueOf("content-type"));
  // An absence note bears no sender either, and what it answers may speak of a delivery.
  const isAnswer =
    !isDaemon &&
    (/^auto-replied/iu.test(valueOf("auto-submitted")) || automaticReasonOf({ headers: [], subject }) !== null);
  if (!isSystem || isAnswer) return false;
  if (FAILED_SUBJECT.test(subject) || (from !== null && /mailer-?daemon|postmaster/iu.test(from.address))) return true;
  // A subject that says nothing: then the message must return another, and say that it was not delivered.
  return isSenderless && enclosedIn(message) !== undefined && FAILED_TEXT.test(message.text.slice(0, 4000));
}

/** The recipients that it names as not reached, likeliest source first: its header, its text, the message it returns. */
export function failedRecipientsOf(message: Report): string[] {
  const text = reportTextOf(message.text);
  const named = message.headers
    .filter(({ name }) => name === "x-failed-recipients")
    .flatMap(({ value }) => addressesIn(value));
  const ours = message.to.map(({ address }) => address);
  const isForeign = (address: string) => !(message.from && sameAddress(message.from.address, address));
  const isOther = (address: string) =>
    isForeign(address) && !ours.some((own) => sameAddress(own, address)) && !DAEMON.test(address);
  const choices = [
    () => named,
    () => toldToServer(text),
    () => failedIn(text).filter(isOther),
    () => returnedTo(message).filter(isOther),
    // Somebody who wrote to himself, or to a postmaster.
    () => leadingIn(text).filter(isForeign),
    () => returnedTo(message).filter(isForeign),
  ];
  return choices.reduce<string[]>((found, choose) => (found.length > 0 ? found : choose()), []);
}

const DAEMON =
  /mailer-?daemon|postmaster|mail ?delivery|delivery (?:sub)?system|mail administrator|system administrator|mdaemon|bounce|mailerdaemon/iu;
const FAILED_SUBJECT =
  /undeliver|deliver(?:y|ed)? (?:status )?(?:notification|failure|has failed|failed|problem|error|report|unsuccessful)|failure (?:notice|delivery)|fail(?:ed|ure) to deliver|mail (?:delivery )?fail|returned mail|could not (?:be )?(?:sen[dt]|deliver)|not delivered|returning message|user unknown|mail system error|message status|non remis|unzustellbar|nicht zugestellt|no entregado|devuelto|non recapitabile|onbestelbaar|nicht übermittelt|недоставлен|не доставлен|配信不能|退信|nondeliverable|warning: could not|error sending|rejected|undelivered|delay/iu;
const FAILED_TEXT =
  /(?:could|can|was|were|has|have)(?:n['’]t| ?not) (?:be(?:en)? )?delivered|undeliverable|delivery (?:has |to .{1,80} )?failed|unable to deliver/iu;

const enclosedIn = ({ attachments }: Report) =>
  attachments.find(({ contentType }) => /^(?:message\/rfc822|text\/rfc822-headers)$/u.test(contentType));

/** Whom the returned message was written to, where the report itself names nobody. */
function returnedTo(message: Report): string[] {
  const enclosed = enclosedIn(message);
  const original = enclosed
    ? Buffer.from(enclosed.content.slice(0, 50_000)).toString("utf8")
    : message.text.slice(reportTextOf(message.text).length);
  const to = /^to[ \t]*:(.*(?:\n[ \t]+.*)*)/imu.exec(original.replace(/\r\n?/gu, "\n"))?.[1] ?? "";
  return addressesIn(to);
}

/** Postfix tells its own postmaster the whole dialogue, in which the sender's address stands as well. */
const toldToServer = (text: string): string[] =>
  [...text.matchAll(/^ ?In: {1,2}RCPT TO:\s?<([^<>\s@]{1,64}@[^<>\s@]{1,255})>/gimu)].map((found) => found[1] ?? "");

function failedIn(text: string): string[] {
  const leading = leadingIn(text);
  return leading.length > 0 ? leading : addressesIn(text).slice(0, MOST);
}

const MOST = 50;

/** Most systems put the address on a line of its own or at a line's start; a sentence is the second choice. */
function leadingIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trimStart().slice(0, 400));
  const isOfOriginal = (at: number) =>
    /^to:/iu.test(lines[at] ?? "") && /^(?:subject|sent|date|cc)\s*:/iu.test(lines[at + 1] ?? "");
  return lines
    .flatMap((line, at) => {
      // Exchange and Domino say first what the message was: its To is no verdict.
      if (isOfOriginal(at)) return [];
      const found =
        /^[\s>*\-\d.)]*(?:(?:to|recipient|rcpt to|user|address|final-recipient|failed recipient)\s*(?::\s*)?(?:rfc822;\s*)?)?["'<(]*([^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+)/iu.exec(
          line,
        )?.[1];
      return found === undefined ? [] : [found.replace(/[.>]+$/u, "")];
    })
    .slice(0, MOST);
}

const addressesIn = (text: string): string[] =>
  text
    .split(/[\s<>"'(),;:[\]]+/u)
    .filter((word) => word.length <= 320 && /^[^@]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+\.?$/u.test(word))
    .map((address) => address.replace(/\.$/u, ""));
