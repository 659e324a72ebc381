import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, request } from "undici";
import { env } from "./env";

/** Why an outgoing connection was not made or not finished. */
export type EgressReason =
  "url" | "scheme" | "private_address" | "unresolvable" | "redirects" | "status" | "too_large" | "timeout" | "network";

/** A destination that is refused, or an answer that could not be taken. `reason` is a closed word. */
export class EgressError extends Error {
  readonly reason: EgressReason;

  constructor(reason: EgressReason, options?: ErrorOptions) {
    super(`egress: ${reason}`, options);
    this.name = "EgressError";
    this.reason = reason;
  }
}

/**
 * `allow`: host:port pairs that may be private and without TLS; `lookup`: all addresses of a name; tests give their own.
 * `ports`: the only ones of public servers. `plain`: public servers may be asked without TLS too, where nothing secret goes out and nothing that comes in is trusted.
 */
export type EgressRules = {
  allow?: string[];
  lookup?: (host: string) => Promise<string[]>;
  plain?: boolean;
  ports?: number[];
};
export type Fetched = { content: Buffer; contentType: string; fileName: string };

const MAX_REDIRECTS = 5;
const RESOLVE_MS = 5_000;
export const FETCH_LIMITS = { maxBytes: 25 * 1024 * 1024, timeoutMs: 30_000 };

/**
 * Looks a host up once and gives the address to connect to, so that nobody can answer differently at the second question.
 * @throws EgressError `private_address` unless an address is public or host:port stands in ALLOW_PRIVATE_HOSTS; `unresolvable`
 */
export async function checkHost(
  host: string,
  port: number,
  { allow = env().ALLOW_PRIVATE_HOSTS, lookup = resolveAll }: EgressRules = {},
): Promise<{ address: string; isExempt: boolean }> {
  const name = bareHost(host);
  const isExempt = isExemptHost(name, port, allow);
  const addresses = isIP(name) ? [name] : await lookup(name);
  const address = isExempt ? addresses[0] : addresses.find(isPublic);
  if (address) return { address, isExempt };
  throw new EgressError(addresses.length === 0 ? "unresolvable" : "private_address");
}

/** Checks an https address (http for exempt hosts only) before anything is sent to it. @throws EgressError */
export async function checkDestination(
  url: string,
  rules: EgressRules = {},
): Promise<{ address: string; isExempt: boolean }> {
  const parsed = URL.parse(url);
  if (!parsed?.hostname || parsed.username || parsed.password) throw new EgressError("url");
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") throw new EgressError("scheme");
  const allow = rules.allow ?? env().ALLOW_PRIVATE_HOSTS;
  const port = portOf(parsed);
  const isExempt = isExemptHost(parsed.hostname, port, allow);
  if (parsed.protocol === "http:" && !rules.plain && !isExempt) throw new EgressError("scheme");
  const checked = await checkHost(parsed.hostname, port, { ...rules, allow });
  if (rules.ports && !rules.ports.includes(port) && !isExempt) throw new EgressError("url");
  return checked;
}

/**
 * Fetches a file. Every address on the way (five redirects at most) is checked and connected to as it was checked.
 * @param maxBytes and timeoutMs bound the whole of it, redirects included; `headers` go to every server on the way
 * @throws EgressError
 */
export async function fetchPinned(
  url: string,
  {
    maxBytes = FETCH_LIMITS.maxBytes,
    timeoutMs = FETCH_LIMITS.timeoutMs,
    signal,
    headers = {},
    ...rules
  }: FetchOptions = {},
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    let next = url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await fetchOnce(next, { maxBytes, stop, rules, headers });
      if (!("redirect" in answer)) return answer;
      next = answer.redirect;
    }
    throw new EgressError("redirects");
  } catch (error) {
    if (error instanceof EgressError) throw error;
    throw new EgressError(deadline.aborted ? "timeout" : "network", { cause: error });
  }
}

type FetchOptions = EgressRules & {
  maxBytes?: number;
  timeoutMs?: number;
  signal?: AbortSignal;
  headers?: Record<string, string>;
};
type Hop = { maxBytes: number; stop: AbortSignal; rules: EgressRules; headers: Record<string, string> };

async function fetchOnce(
  url: string,
  { maxBytes, stop, rules, headers }: Hop,
): Promise<Fetched | { redirect: string }> {
  const dispatcher = pinnedAgent(await checkDestination(url, rules));
  try {
    const response = await request(url, {
      dispatcher,
      signal: stop,
      headers: { ...headers, "accept-encoding": "identity" },
    });
    const { location, "content-length": length } = response.headers;
    if ([301, 302, 303, 307, 308].includes(response.statusCode) && typeof location === "string") {
      const target = URL.parse(location, url);
      if (!target) throw new EgressError("url");
      return { redirect: target.href };
    }
    if (response.statusCode !== 200) throw new EgressError("status");
    if (Number(length) > maxBytes) throw new EgressError("too_large");
    const content = await readCapped(response.body, maxBytes);
    return { content, contentType: typeOf(response.headers), fileName: nameOf(response.headers, url) };
  } finally {
    // Whatever is still under way on it (the body of a redirect, a file that is too large) is not waited for.
    await dispatcher.destroy();
  }
}

export async function readCapped(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new EgressError("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Connects to the address that was checked and to no other. Destroyed by whoever asked for it. */
export function pinnedAgent({ address, isExempt }: { address: string; isExempt: boolean }): Agent {
  return new Agent({ connect: { lookup: pinTo(address), timeout: 10_000, rejectUnauthorized: !isExempt } });
}

/** Answers every question for a name with the address that was checked; the name itself stays for TLS and Host. */
function pinTo(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family));
}

/** All addresses of a name, as this machine knows it. @throws EgressError `unresolvable` */
export async function resolveAll(host: string): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), RESOLVE_MS);
  });
  try {
    const found = await Promise.race([systemLookup(host, { all: true, order: "ipv4first" }), late]);
    return found.map((each) => each.address);
  } catch (error) {
    throw new EgressError("unresolvable", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Global unicast only: no private, loopback, link-local, shared, multicast or reserved range, in IPv6's disguises neither. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // What is assigned to the internet lies in 2000::/3; ::a.b.c.d and the like count as unicast elsewhere.
  return parsed.kind() === "ipv4" || parsed.match(ipaddr.parseCIDR("2000::/3"));
}

/** Whether the operator named this server: it may be private and without TLS. IPv6 addresses count with or without brackets. */
export function isExemptHost(host: string, port: number, allow: string[] = env().ALLOW_PRIVATE_HOSTS): boolean {
  const wanted = `${bareHost(host).toLowerCase()}:${port}`;
  return allow.some((entry) => entry.toLowerCase().replace(/^\[(.*)\]:/, "$1:") === wanted);
}

const bareHost = (host: string): string => host.replace(/^\[|\]$/g, "");
const portOf = (url: URL): number => Number(url.port || (url.protocol === "https:" ? 443 : 80));

type Headers = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

function typeOf(headers: Headers): string {
  const type = first(headers["content-type"]).split(";")[0]!.trim().toLowerCase();
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type) ? type : "application/octet-stream";
}

/** The name that the server gives the file (RFC 6266), else the last part of its address. */
function nameOf(headers: Headers, url: string): string {
  const disposition = first(headers["content-disposition"]);
  const extended = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1];
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition);
  const found = decoded(extended ?? "") || plain?.[1] || plain?.[2] || decoded(new URL(url).pathname);
  const name = found
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, "")
    .trim();
  return name.slice(0, 255) || "file";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
