import { AuthenticationFailure } from "imapflow";
import { EgressError } from "@/lib/core/egress";
import { connectionFaultOf } from "@/lib/domain/connection-fault";

/** Why an IMAP server could not be used. `name`: its name or address is not to be connected to. */
export type ImapFailure = { reason: "auth" | "network" | "tls" | "name"; detail: string };

/** No password without TLS. */
export class TlsRequired extends Error {}

/** Reads an error of a connection as a closed word; `detail` is a `ConnectionFault` where that is known, else the server's own words. */
export function imapFailureOf(error: unknown): ImapFailure {
  if (error instanceof EgressError) return { reason: "name", detail: error.reason };
  if (error instanceof TlsRequired) return { reason: "tls", detail: "tls_required" };
  const { message = "", code = "", tlsFailed, authenticationFailed, responseText } = (error ?? {}) as Failed;
  const detail = (responseText || message).slice(0, 500);
  if (error instanceof AuthenticationFailure || authenticationFailed) return { reason: "auth", detail };
  const isTls = tlsFailed || isTlsFault(code, message);
  const fault = responseText ? null : connectionFaultOf({ message, code });
  return { reason: isTls ? "tls" : "network", detail: fault ?? detail };
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
};

const isTlsFault = (code: string, message: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ALTNAME|SSL|TLS|EPROTO|UPGRADE/i.test(code) || /starttls/i.test(message);
