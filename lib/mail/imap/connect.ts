import { isIP } from "node:net";
import { ImapFlow, type ImapFlowOptions } from "imapflow";
import { checkHost } from "@/lib/core/egress";
import { IMAP_LIMITS, type ImapConfig } from "./config";
import { TlsRequired } from "./failure";

/**
 * Connects and signs in; the address connected to is the one that was checked. An abort closes the connection at any time.
 * @throws what `imapFailureOf` reads
 */
export async function connectImap(config: ImapConfig, { signal }: { signal?: AbortSignal } = {}): Promise<ImapFlow> {
  signal?.throwIfAborted();
  const options = await optionsFor(config);
  // An abort while the name was looked up has nothing to close yet.
  signal?.throwIfAborted();
  const client = new ImapFlow(options);
  // Every command rejects by itself when the connection dies; without a listener the event would end the process.
  client.on("error", () => undefined);
  const stop = () => client.close();
  signal?.addEventListener("abort", stop, { once: true });
  client.once("close", () => signal?.removeEventListener("abort", stop));
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The options of a connection to a checked address. @throws EgressError, TlsRequired */
export async function optionsFor(config: ImapConfig): Promise<ImapFlowOptions> {
  const { host, port, security, user, password, accessToken } = config;
  const { address, isExempt } = await checkHost(host, port);
  if (security === "none" && !isExempt) throw new TlsRequired();
  const name = host.replace(/^\[|\]$/g, "");
  return {
    host: address,
    port,
    secure: security === "tls",
    doSTARTTLS: security === "starttls" ? true : security === "none" ? false : undefined,
    servername: isIP(name) ? undefined : name,
    tls: { rejectUnauthorized: !isExempt, minVersion: "TLSv1.2" },
    auth: accessToken ? { user, accessToken } : { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    qresync: true,
    connectionTimeout: IMAP_LIMITS.connectMs,
    greetingTimeout: IMAP_LIMITS.greetingMs,
    socketTimeout: IMAP_LIMITS.silenceMs,
    maxLiteralSize: IMAP_LIMITS.messageBytes + 1024 * 1024,
    maxResponseSize: IMAP_LIMITS.messageBytes + 8 * 1024 * 1024,
  };
}
