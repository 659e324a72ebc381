import { Agent, request } from "undici";
import { checkDestination, EgressError, pinnedAgent, type EgressRules } from "@/lib/core/egress";

export type HttpCall = {
  method: "GET" | "POST" | "PATCH";
  url: string;
  /** Sent as JSON. */
  body?: Record<string, unknown>;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  rules?: EgressRules | undefined;
};
export type HttpAnswer = { status: number; headers: Record<string, string>; text: string };

/**
 * No answer came. `hasBegun`: a connection stood, so that the server may have acted on the request; otherwise not a byte left.
 * Names neither the address nor what went wrong in the server's words.
 */
export class NoAnswer extends Error {
  readonly hasBegun: boolean;
  readonly isTimeout: boolean;

  constructor({ hasBegun, isTimeout }: { hasBegun: boolean; isTimeout: boolean }) {
    super(`no answer: ${isTimeout ? "timeout" : "network"}`);
    this.name = "NoAnswer";
    this.hasBegun = hasBegun;
    this.isTimeout = isTimeout;
  }
}

/**
 * Makes one call on a connection of its own to an address that was checked; redirects are answers, not followed. A connection
 * that was used before could have been closed meanwhile, and then nobody knows whether the request arrived.
 * @throws NoAnswer
 */
export async function httpCall({ method, url, body, timeoutMs, signal, rules = {} }: HttpCall): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
  let dispatcher: Agent | undefined;
  let hasBegun = false;
  try {
    stop.throwIfAborted();
    dispatcher = pinnedAgent(await checkDestination(url, rules));
    // Told once TLS stands, before the request is written.
    dispatcher.on("connect", () => (hasBegun = true));
    stop.throwIfAborted();
    const response = await request(url, {
      method,
      dispatcher,
      signal: stop,
      headers: {
        accept: "application/json, text/html;q=0.9, */*;q=0.5",
        "accept-encoding": "identity",
        // Firewalls turn away who does not say what he is.
        "user-agent": "Threadwell",
        ...(body ? { "content-type": "application/json" } : {}),
      },
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await readText(response.body);
    return { status: response.statusCode, headers: plainHeaders(response.headers), text };
  } catch (error) {
    const isTimeout = deadline.aborted || (error instanceof EgressError && error.reason === "timeout");
    throw new NoAnswer({ hasBegun, isTimeout });
  } finally {
    await dispatcher?.destroy();
  }
}

const MAX_BYTES = 64 * 1024 * 1024;

/** A page of twenty leads with their histories may be large; what is beyond all measure is cut off, and is no JSON then. */
async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name.toLowerCase(), first] as const];
  });
  return Object.fromEntries(entries);
}
