import type { RecipientOutcome } from "@/lib/domain/recipient-outcome";
import type { SendFailure, SendResult } from "@/lib/domain/send-result";
import type { Envelope } from "../transport";
import type { BodyState } from "./body-after-mark";

/** What nodemailer's errors carry. `responseCode` and `response` are there when the server has answered. */
export type SmtpError = {
  message: string;
  code?: string | undefined;
  originalCode?: string | undefined;
  command?: string | undefined;
  response?: string | false | undefined;
  responseCode?: number | undefined;
  recipient?: string | undefined;
  rejectedErrors?: SmtpError[] | undefined;
};

/**
 * Reads an error as a result. A definite 4xx or 5xx is a refusal, even after the body (RFC 5321 §4.2.1);
 * without one, whatever happened after the first byte was given away is unknown, and before it a fault of the network.
 */
export function resultOf(error: SmtpError, body: BodyState): SendResult {
  const status = error.responseCode ?? 0;
  const isDefinite = status >= 400 && status < 600;
  const response = wordsOf(error);
  if (body === "mark_lost")
    return { kind: "refused", temporary: true, reason: "mark_lost", response: "", outcomes: [] };
  if (body === "given" && !isDefinite) return { kind: "unknown", response };
  const reason = reasonOf(error, status, body);
  const temporary = isDefinite ? isTemporary(error, status) : reason === "network" || isPassingTls(error);
  const outcomes = (error.rejectedErrors ?? []).map(refusedRecipient);
  return { kind: "refused", temporary, reason, response, outcomes };
}

/** What the server said to each recipient of a message it took. */
export function outcomesOf(
  { to }: Envelope,
  info: { rejected: string[]; rejectedErrors?: SmtpError[] | undefined },
): RecipientOutcome[] {
  const refused = (info.rejectedErrors ?? []).map(refusedRecipient);
  const isRefused = new Set(info.rejected);
  return [
    ...to.filter((address) => !isRefused.has(address)).map((address) => ({ address, accepted: true })),
    ...refused,
  ];
}

function refusedRecipient(error: SmtpError): RecipientOutcome {
  return { address: error.recipient ?? "", accepted: false, response: wordsOf(error) };
}

const wordsOf = (error: SmtpError): string => (error.response || error.message).slice(0, 1000);

function reasonOf(error: SmtpError, status: number, body: BodyState): SendFailure {
  const signIn = signInFault(error);
  if (signIn) return signIn;
  if (error.code === "ETLS" || isCertificateFault(error)) return "tls";
  if (status >= 500 && /^\d{3}[ -]5\.7\.\d/.test(wordsOf(error))) return "policy";
  if (body === "given" || error.command === "DATA" || error.code === "EMESSAGE") return "content";
  if (error.command === "MAIL FROM") return "sender";
  if (error.command === "RCPT TO" || error.code === "EENVELOPE") return "recipients";
  return "network";
}

/**
 * Why a server took no sign-in; null when something else went wrong. Many say at a sign-in that they are busy (454, 421, 451), and some
 * ask for TLS first (530, RFC 3207 §4): neither speaks of the password.
 */
export function signInFault(error: SmtpError): "auth" | "network" | "tls" | null {
  const status = error.responseCode ?? 0;
  if (error.code !== "EAUTH" && error.code !== "ENOAUTH" && status !== 530) return null;
  if (status >= 400 && status < 500) return "network";
  return status === 530 && /STARTTLS/i.test(wordsOf(error)) ? "tls" : "auth";
}

/** All recipients refused counts as temporary while one of them may be taken later. */
function isTemporary(error: SmtpError, status: number): boolean {
  if (status < 500) return true;
  return (error.rejectedErrors ?? []).some(({ responseCode = 0 }) => responseCode >= 400 && responseCode < 500);
}

const isPassingTls = (error: SmtpError): boolean =>
  error.code === "ETLS" && !isCertificateFault(error) && !error.response;

/** Whether the server showed no certificate that is believed, or no TLS at all. */
export function isCertificateFault({ code = "", originalCode = "", message }: SmtpError): boolean {
  return (
    /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|ERR_SSL|ERR_TLS/.test(`${code} ${originalCode}`) ||
    /does not support required STARTTLS/i.test(message)
  );
}
