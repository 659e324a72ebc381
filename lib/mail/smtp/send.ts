import SMTPConnection from "nodemailer/lib/smtp-connection";
import { checkHost, EgressError } from "@/lib/core/egress";
import { sizeLimitIn } from "@/lib/domain/size-limit";
import type { SendResult } from "@/lib/domain/send-result";
import type { Envelope, Transport } from "../transport";
import { smtpSignIn } from "./sign-in";
import { bodyAfterMark } from "./body-after-mark";
import { outcomesOf, resultOf, type SmtpError } from "./result-of";

export type SmtpConfig = {
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  user: string | null;
  password: string | null;
  /** Signs in by XOAUTH2 in the place of the password. */
  accessToken?: string | undefined;
  /** How we name ourselves in EHLO: the mailbox's domain. */
  clientName: string;
  /** Hears how large a message the server takes (RFC 1870 SIZE, in bytes), each time that it says so. */
  onSizeLimit?: ((bytes: number) => void) | undefined;
};

/** Until the body may go: connection, TLS, sign-in and envelope together. */
const PRELUDE_MS = 2 * 60_000;
/** Then a server may take its time over the last dot (RFC 5321 §4.5.3.2.6). */
const SILENCE_MS = 10 * 60_000;
const CONNECT_MS = 20_000;

/** Sends by SMTP submission (RFC 6409), one connection a message; the address connected to is the one that was checked. */
export function smtpTransport(config: SmtpConfig): Transport {
  return {
    async send(envelope, raw, mark) {
      try {
        const { address, isExempt } = await checkHost(config.host, config.port);
        if (config.security === "none" && !isExempt)
          return refusal("tls", false, "this server may only be used with TLS");
        return await converse(optionsFor(config, address, isExempt), config, envelope, raw, mark);
      } catch (error) {
        if (!(error instanceof EgressError)) throw error;
        return refusal("network", error.reason === "unresolvable", error.reason);
      }
    },
  };
}

function refusal(reason: "tls" | "network", temporary: boolean, response: string): SendResult {
  return { kind: "refused", temporary, reason, response, outcomes: [] };
}

function optionsFor(config: SmtpConfig, address: string, isExempt: boolean): SMTPConnection.Options {
  const isName = !/^[\d.]+$|:/.test(config.host);
  return {
    host: address,
    port: config.port,
    secure: config.security === "tls",
    requireTLS: config.security === "starttls",
    ignoreTLS: config.security === "none",
    ...(isName ? { servername: config.host } : {}),
    tls: { rejectUnauthorized: !isExempt, ...(isName ? { servername: config.host } : {}) },
    name: config.clientName,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    socketCloseTimeout: 0,
    logger: false,
  };
}

function converse(
  options: SMTPConnection.Options,
  config: SmtpConfig,
  envelope: Envelope,
  raw: Buffer,
  mark: () => Promise<void>,
): Promise<SendResult> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection(options);
    const body = bodyAfterMark(raw, mark);
    const prelude = setTimeout(() => {
      if (!body.hasStarted()) fail({ message: "no answer in time" });
    }, PRELUDE_MS);
    let isOver = false;
    const finish = (result: SendResult) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(prelude);
      // A destroyed body never gives a byte away, even if its mark is still being written.
      body.stream.destroy();
      if (result.kind === "accepted") leave(connection);
      else connection.close();
      resolve(result);
    };
    const fail = (error: SmtpError) => finish(resultOf(error, body.state()));
    connection.on("error", fail);
    // After a 421 this event comes before the callback that carries the answer.
    connection.once("end", () => setImmediate(() => fail({ message: "connection closed" })));
    const send = () =>
      connection.send(
        { from: envelope.from, to: envelope.to, size: raw.length, use8BitMime: true },
        body.stream,
        (error, info) =>
          error
            ? fail(error)
            : finish({
                kind: "accepted",
                response: info!.response.slice(0, 1000),
                outcomes: outcomesOf(envelope, info!),
              }),
      );
    connection.connect((error) => {
      if (error) return fail(error);
      const limit = sizeLimitIn(connection.lastServerResponse || "");
      if (limit !== null) config.onSizeLimit?.(limit);
      if (!config.user) return send();
      connection.login(smtpSignIn(config.user, config), (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** Says good-bye, and does not wait long for the answer: the message is the server's already. */
function leave(connection: SMTPConnection): void {
  connection.quit();
  setTimeout(() => connection.close(), 2_000).unref();
}
