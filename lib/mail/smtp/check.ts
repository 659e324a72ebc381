import { isIP } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { checkHost, EgressError } from "@/lib/core/egress";
import { connectionFaultOf } from "@/lib/domain/connection-fault";
import { sizeLimitIn } from "@/lib/domain/size-limit";
import type { SmtpConfig } from "./send";
import { isCertificateFault, signInFault, type SmtpError } from "./result-of";
import { smtpSignIn } from "./sign-in";

/** Why an SMTP server could not be used; `detail` is a `ConnectionFault` where that is known, else the server's own words. */
export type SmtpCheckFailure = { reason: "auth" | "network" | "tls" | "name"; detail: string };

const DEADLINE_MS = 30_000;

/**
 * Connects to a mailbox's SMTP server, with TLS, and signs in if `withLogin`; nothing is sent.
 * @returns null when all went well, else why not
 */
export async function checkSmtp(
  config: SmtpConfig,
  { withLogin }: { withLogin: boolean },
): Promise<SmtpCheckFailure | null> {
  try {
    const { address, isExempt } = await checkHost(config.host, config.port);
    if (config.security === "none" && !isExempt) return { reason: "tls", detail: "tls_required" };
    return await converse(config, address, isExempt, withLogin);
  } catch (error) {
    if (error instanceof EgressError) return { reason: "name", detail: error.reason };
    throw error;
  }
}

function converse(
  config: SmtpConfig,
  address: string,
  isExempt: boolean,
  withLogin: boolean,
): Promise<SmtpCheckFailure | null> {
  const servername = isIP(config.host) ? {} : { servername: config.host };
  const connection = new SMTPConnection({
    host: address,
    port: config.port,
    secure: config.security === "tls",
    requireTLS: config.security === "starttls",
    ignoreTLS: config.security === "none",
    ...servername,
    tls: { rejectUnauthorized: !isExempt, ...servername },
    name: config.clientName,
    connectionTimeout: DEADLINE_MS,
    greetingTimeout: DEADLINE_MS,
    socketTimeout: DEADLINE_MS,
    logger: false,
  });
  return new Promise((resolve) => {
    const finish = (failure: SmtpCheckFailure | null) => {
      if (failure) connection.close();
      else connection.quit();
      resolve(failure);
    };
    connection.on("error", (error: SmtpError) => finish(failureOf(error)));
    // Where the server hangs up with its answer, this event comes before the callback that carries the answer.
    connection.once("end", () => setImmediate(() => finish(failureOf({ message: "connection closed" }))));
    connection.connect((error) => {
      if (error) return finish(failureOf(error));
      const limit = sizeLimitIn(connection.lastServerResponse || "");
      if (limit !== null) config.onSizeLimit?.(limit);
      if (!withLogin || !config.user) return finish(null);
      const signIn = smtpSignIn(config.user, config);
      connection.login(signIn, (refused) => finish(refused ? failureOf(refused) : null));
    });
  });
}

function failureOf(error: SmtpError): SmtpCheckFailure {
  const { code, message, response } = error;
  const said = (response || message).slice(0, 500);
  const signIn = signInFault(error);
  if (signIn) return { reason: signIn, detail: said };
  const isTls = code === "ETLS" || isCertificateFault(error) || /SSL|TLS/.test(message);
  return { reason: isTls ? "tls" : "network", detail: connectionFaultOf(error) ?? said };
}
