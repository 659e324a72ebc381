import type { Bounce } from "@/lib/domain/bounce";
import { addressKey, canonicalAddress } from "@/lib/domain/address";
import { bounceVerdictOf } from "./bounce-cause";
import { deliveryStatusesOf } from "./delivery-status";
import { failedRecipientsOf, isFreeFormReport, type Report } from "./free-form-report";
import { isRefusedAfterData, reportTextOf, wordsAbout } from "./report-text";

/**
 * The recipients that a delivery report says were not reached: from its machine-readable part (RFC 3464), else from
 * the free forms of servers that write none. Complaints, receipts and out-of-office notes give none.
 */
export function bouncesOf(message: Report): Bounce[] {
  const parts = message.attachments.filter(({ contentType }) => contentType === "message/delivery-status");
  if (message.attachments.some(({ contentType }) => contentType === "message/feedback-report")) return [];
  const isReport = isFreeFormReport(message);
  const reports = parts.map(({ content }) => decoded(content));
  // A report whose boundaries are broken has its machine-readable part in the text.
  const statuses = (reports.length === 0 && isReport ? [message.text] : reports).flatMap(deliveryStatusesOf);
  const text = reportTextOf(message.text);
  if (statuses.length > 0) {
    const failed = statuses.filter(
      ({ action, status }) => !/^(?:delivered|relayed|expanded)/u.test(action) && !status.startsWith("2."),
    );
    return unique(failed).map(({ recipient, status, diagnostic }) => bounceOf(recipient, text, status, diagnostic));
  }
  if (!isReport) return [];
  const recipients = unique(failedRecipientsOf(message).map((recipient) => ({ recipient })));
  // Where nobody else is meant, the report's other sentences are about this one too.
  const rest = recipients.length === 1 ? text : "";
  return recipients.map(({ recipient }) => bounceOf(recipient, text, "", "", rest));
}

/** Whether a message bears a bounce's own marks: an empty Return-Path (RFC 5321 §4.5.5), or the address of a mail system. */
export function isFromMailSystem({ from, headers }: Pick<Report, "from" | "headers">): boolean {
  const returnPath = headers.find(({ name }) => name === "return-path")?.value ?? "";
  return /^<\s*>/u.test(returnPath) || /^(?:mailer-?daemon|postmaster)@/iu.test(from?.address ?? "");
}

const MAX_REASON = 500;
const MAX_RECIPIENTS = 200;

function bounceOf(recipient: string, text: string, status: string, diagnostic: string, rest = ""): Bounce {
  const about = wordsAbout(recipient, text);
  const said = diagnostic || about[0] || "";
  const code =
    status && !/^\d\.0\.0$/u.test(status) ? status : (/\b[45]\.\d{1,3}\.\d{1,3}\b/u.exec(said)?.[0] ?? status);
  const words = [rejectionIn(text), ...(diagnostic ? [diagnostic] : [lineWithCode(about), ...about]), rest];
  // Where the machine-readable part says nothing, the sentences for people may.
  if (diagnostic && (code === "" || /^\d\.[05]\.0$/u.test(code))) words.push(...about);
  return {
    recipient: canonicalAddress(recipient),
    status: code,
    reason:
      said
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim()
        .slice(0, MAX_REASON) || "undelivered",
    ...bounceVerdictOf({
      status: code,
      words: words.filter((each) => each !== ""),
      isAfterData: isRefusedAfterData(about, text),
    }),
  };
}

/** Of what was said, the first code with its words: lines below it may be about the next attempt. */
const lineWithCode = ([said = ""]: string[]): string =>
  /^.{0,200}?\b5\d\d[ -].{1,300}?(?=\s[245]\d\d[ -]|$)/u.exec(said)?.[0] ?? "";

/** Dovecot's own report says why below its first sentence. */
const rejectionIn = (text: string): string =>
  /^Your message to .{1,320} was automatically rejected:\s*\n(.{1,300})/mu.exec(text)?.[1] ?? "";

/** Japanese servers put ISO-2022-JP into a part that should be plain ASCII. */
function decoded(content: Uint8Array): string {
  const text = Buffer.from(content).toString("utf8");
  return text.includes("\u001b$B") || text.includes("\u001b$@") ? new TextDecoder("iso-2022-jp").decode(content) : text;
}

/** Each recipient's first, and no more than anybody writes to at once. */
function unique<Each extends { recipient: string }>(all: Each[]): Each[] {
  const byAddress = new Map<string, Each>();
  for (const each of all) {
    const key = addressKey(each.recipient);
    if (!byAddress.has(key)) byAddress.set(key, each);
    if (byAddress.size === MAX_RECIPIENTS) break;
  }
  return [...byAddress.values()];
}
