import { AuthenticationFailure } from "imapflow";
import { EgressError } from "@/lib/core/egress";
import { connectionFaultOf } from "@/lib/domain/connection-fault";

/** Why an IMAP server could not be used. `name`: its name or address is not to be connected to. */
export type ImapFailure = { reason: "auth" | "network" | "tls" | "name"; detail: string };

/** No password without TLS. */
export class TlsRequired extends Error {}

/** Codes of a refused sign-in that speak of the server and not of who signs in (RFC 5530 §3, RFC 9051 §7.1). */
const PASSING = new Set(["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "CONTACTADMIN"]);

/** Reads an error of a connection as a closed word; `detail` is a `ConnectionFault` where that is known, else the server's own words. */
export function imapFailureOf(error: unknown): ImapFailure {
  if (error instanceof EgressError) return { reason: "name", detail: error.reason };
  if (error instanceof TlsRequired) return { reason: "tls", detail: "tls_required" };
  const {
    message = "",
    code = "",
    tlsFailed,
    authenticationFailed,
    responseText,
    serverResponseCode = "",
  } = (error ?? {}) as Failed;
  const goodbye = goodbyeOf(error);
  const detail = (responseText || goodbye || message).slice(0, 500);
  const isRefused = error instanceof AuthenticationFailure || authenticationFailed;
  // Any other code, like Google's ALERT for an app password that is missing, is tried as seldom as a wrong password.
  if (isRefused && !PASSING.has(serverResponseCode)) return { reason: "auth", detail };
  const isTls = tlsFailed || isTlsFault(code, message);
  const fault = responseText || goodbye ? null : connectionFaultOf({ message, code });
  return { reason: isTls ? "tls" : "network", detail: fault ?? detail };
}

/** What imapflow says for a server that closed without a word. */
const WORDLESS = "Server closed connection";

/** With which words a server hung up (RFC 9051, 7.1.5: BYE); Node's errors of TLS have a `reason` of another kind. */
function goodbyeOf(error: unknown): string | null {
  const { code = "", reason } = (error ?? {}) as { code?: string; reason?: unknown };
  if (!/^(NoConnection|ClosedAfterConnect)/.test(code) || typeof reason !== "string") return null;
  return reason === WORDLESS ? null : reason;
}

/** The server said NO or BAD, or has no such folder; the connection is well. */
export function isRefusal(error: unknown): boolean {
  const { responseStatus, code } = (error ?? {}) as { responseStatus?: string; code?: string };
  return responseStatus === "NO" || responseStatus === "BAD" || code === "NotFound";
}

type Failed = {
  message?: string;
  code?: string;
  tlsFailed?: boolean;
  authenticationFailed?: boolean;
  responseText?: string;
  /** In capitals, without its brackets. */
  serverResponseCode?: string;
};

const isTlsFault = (code: string, message: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|SSL|TLS|EPROTO|UPGRADE/i.test(code) || /starttls/i.test(message);
