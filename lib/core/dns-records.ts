import { Resolver } from "node:dns/promises";

/** One question, one second: whoever asks waits at a form. */
const QUESTION = { timeout: 1_000, tries: 1 };

/** The names of a domain's mail hosts, the preferred first; none when it has none or nobody answers. */
export async function findMx(domain: string): Promise<string[]> {
  const records = await new Resolver(QUESTION).resolveMx(domain).catch(() => []);
  return records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange);
}

/** The server that a service of a domain names (RFC 2782); null when it names none, or says that there is none ("."). */
export async function findSrv(name: string): Promise<{ host: string; port: number } | null> {
  const records = await new Resolver(QUESTION).resolveSrv(name).catch(() => []);
  const [first] = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight);
  return first && first.name !== "" && first.name !== "." ? { host: first.name, port: first.port } : null;
}
