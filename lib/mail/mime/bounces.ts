import type { Bounce } from "@/lib/domain/bounce";
import { canonicalAddress, sameAddress } from "@/lib/domain/address";
import { isPermanentFailure } from "./bounce-verdict";
import { deliveryStatusesOf } from "./delivery-status";
import type { ParsedMessage } from "./parsed-message";

type Report = Pick<ParsedMessage, "from" | "to" | "subject" | "text" | "headers" | "attachments">;

/**
 * The recipients that a delivery report says were not reached: from its machine-readable part (RFC 3464), else from
 * the free forms of servers that write none. Complaints, receipts and out-of-office notes give none.
 */
export function bouncesOf(message: Report): Bounce[] {
  const parts = message.attachments.filter(({ contentType }) => contentType === "message/delivery-status");
  if (message.attachments.some(({ contentType }) => contentType === "message/feedback-report")) return [];
  const isReport = isFreeFormReport(message);
  const reports = parts.map(({ content }) => Buffer.from(content).toString("utf8"));
  // A report whose boundaries are broken has its machine-readable part in the text.
  const statuses = (reports.length === 0 && isReport ? [message.text] : reports).flatMap(deliveryStatusesOf);
  if (statuses.length > 0) {
    return unique(
      statuses
        .filter(({ action, status }) => !/^(?:delivered|relayed|expanded)/u.test(action) && !status.startsWith("2."))
        .map(({ recipient, status, diagnostic }) => {
          const words = diagnostic ? [diagnostic] : wordsAbout(recipient, reportTextOf(message.text));
          return bounceOf(recipient, status, words);
        }),
    );
  }
  return isReport ? freeFormBounces(message) : [];
}

/** Whether a message bears a bounce's own marks: an empty Return-Path (RFC 5321 §4.5.5), or the address of a mail system. */
export function isFromMailSystem({ from, headers }: Pick<Report, "from" | "headers">): boolean {
  const returnPath = headers.find(({ name }) => name === "return-path")?.value ?? "";
  return /^<\s*>/u.test(returnPath) || /^(?:mailer-?daemon|postmaster)@/iu.test(from?.address ?? "");
}

const MAX_REASON = 500;

function bounceOf(recipient: string, status: string, words: string[]): Bounce {
  const said = words[0] ?? "";
  const code =
    status && !/^\d\.0\.0$/u.test(status) ? status : (/\b[45]\.\d{1,3}\.\d{1,3}\b/u.exec(said)?.[0] ?? status);
  return {
    recipient: canonicalAddress(recipient),
    status: code,
    reason:
      said
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim()
        .slice(0, MAX_REASON) || "undelivered",
    permanent: isPermanentFailure(code, ...words),
  };
}

function unique(bounces: Bounce[]): Bounce[] {
  return bounces.filter(
    (bounce, at) => bounces.findIndex(({ recipient }) => sameAddress(recipient, bounce.recipient)) === at,
  );
}

const DAEMON =
  /mailer-?daemon|postmaster|mail ?delivery|delivery (?:sub)?system|mail administrator|system administrator|mdaemon|bounce|mailerdaemon/iu;
const FAILED_SUBJECT =
  /undeliver|deliver(?:y|ed)? (?:status )?(?:notification|failure|has failed|failed|problem|error|report|unsuccessful)|failure (?:notice|delivery)|fail(?:ed|ure) to deliver|mail (?:delivery )?fail|returned mail|could not (?:be )?(?:sen[dt]|deliver)|not delivered|returning message|user unknown|mail system error|message status|non remis|unzustellbar|nicht zugestellt|no entregado|devuelto|non recapitabile|onbestelbaar|nicht übermittelt|недоставлен|не доставлен|配信不能|退信|nondeliverable|warning: could not|error sending|rejected|undelivered|delay/iu;

/** A person may forward a bounce or ask about one; only what a mail system wrote itself counts. */
function isFreeFormReport({ from, subject, headers }: Report): boolean {
  const valueOf = (name: string) => headers.find((header) => header.name === name)?.value ?? "";
  if (valueOf("x-failed-recipients") !== "") return true;
  const isSystem =
    DAEMON.test(`${from?.name ?? ""} ${from?.address ?? ""}`) ||
    /^<\s*>/u.test(valueOf("return-path")) ||
    /report-type="?delivery-status/iu.test(valueOf("content-type"));
  if (!isSystem) return false;
  return FAILED_SUBJECT.test(subject) || (from !== null && /mailer-?daemon|postmaster/iu.test(from.address));
}

function freeFormBounces(message: Report): Bounce[] {
  const text = reportTextOf(message.text);
  const named = message.headers
    .filter(({ name }) => name === "x-failed-recipients")
    .flatMap(({ value }) => addressesIn(value));
  const ours = message.to.map(({ address }) => address);
  const isOther = (address: string) =>
    !ours.some((own) => sameAddress(own, address)) &&
    !DAEMON.test(address) &&
    !(message.from && sameAddress(message.from.address, address));
  const choices = [() => named, () => failedIn(text).filter(isOther), () => returnedTo(message).filter(isOther)];
  const recipients = choices.reduce<string[]>((found, choose) => (found.length > 0 ? found : choose()), []);
  return unique(recipients.map((recipient) => bounceOf(recipient, "", wordsAbout(recipient, text))));
}

/** Whom the returned message was written to, where the report itself names nobody. */
function returnedTo({ text, attachments }: Report): string[] {
  const enclosed = attachments.find(({ contentType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers)$/u.test(contentType),
  );
  const original = enclosed
    ? Buffer.from(enclosed.content.slice(0, 50_000)).toString("utf8")
    : text.slice(reportTextOf(text).length);
  const to = /^to[ \t]*:(.*(?:\n[ \t]+.*)*)/imu.exec(original.replace(/\r\n?/gu, "\n"))?.[1] ?? "";
  return addressesIn(to);
}

/** The report without the message it returns. */
function reportTextOf(text: string): string {
  const end = text.search(
    /^[ \t]*(?:-{2,}.{0,12}(?:below this line|this is a copy|original message|returned message|the (?:header|message)|message (?:header|text)|start of|transcript of original|unsent message)|(?:here|this) is (?:a copy of|the (?:header|original))|received: (?:from|by|\()|return-path: ?<|message-id: ?<|content-type: message\/rfc822|original message (?:follows|header)|.{0,30}(?:message headers?|original message) follows?)/imu,
  );
  return (end > 40 ? text.slice(0, end) : text).slice(0, 50_000);
}

function failedIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trimStart().slice(0, 400));
  // Most systems put the address on a line of its own or at a line's start; a sentence is the second choice.
  const leading = lines.flatMap(
    (line) =>
      /^[\s>*\-\d.)]*(?:(?:to|recipient|rcpt to|user|address|final-recipient|failed recipient)\s*:?\s*(?:rfc822;)?\s*)?["'<(]*([^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+)/iu.exec(
        line,
      )?.[1] ?? [],
  );
  const found = leading.length > 0 ? leading : addressesIn(text);
  return found.map((address) => address.replace(/[.>]+$/u, "")).slice(0, 50);
}

const addressesIn = (text: string): string[] =>
  text
    .split(/[\s<>"'(),;:[\]]+/u)
    .filter((word) => word.length <= 320 && /^[^@]+@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]+\.?$/u.test(word))
    .map((address) => address.replace(/\.$/u, ""));

/** What a report says about an address: the line that gives a code, then all lines up to the next one that names somebody else. */
function wordsAbout(recipient: string, text: string): string[] {
  const lines = text.split("\n");
  const named = lines.findIndex((line) => line.toLowerCase().includes(recipient.toLowerCase()));
  const isOthers = (line: string) => {
    const leading = /^[\s<>"'*-]{0,12}([^\s<>"'@]+@[^\s<>"':,@]+)/u.exec(line)?.[1];
    return leading !== undefined && !sameAddress(leading.replace(/[\s.)]+$/u, ""), recipient);
  };
  let from = Math.max(named, 0);
  while (
    from > 0 &&
    named - from < 3 &&
    (lines[from - 1] ?? "").trim() !== "" &&
    !(lines[from - 1] ?? "").includes("@")
  )
    from--;
  const rest = lines.slice(named + 1, named + 20);
  const others = rest.findIndex(isOthers);
  const about = [...lines.slice(from, named + 1), ...(others < 0 ? rest : rest.slice(0, others))].map((line) =>
    line.slice(0, 400),
  );
  const at = about.findIndex((line) => /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/u.test(line));
  const said =
    at < 0
      ? ""
      : about
          .slice(at, at + 3)
          .join(" ")
          .trim();
  return [said, about.join(" ").replaceAll(/\s+/gu, " ").trim().slice(0, 1200)].filter((words) => words !== "");
}
