import { Resolver } from "node:dns/promises";
import { EgressError } from "./egress";

const LIMITS = { timeout: 2_000, tries: 2 };
const WHOLE_MS = 5_000;

/**
 * All addresses of a public name, IPv4 first, asked of the name servers alone. The system's way (`getaddrinfo`) holds one of the few
 * threads that read files too, however long a stranger's name server stays silent. It knows no names of this machine (`/etc/hosts`).
 * @param servers tests give their own
 * @throws EgressError `unresolvable`
 */
export async function resolveAside(host: string, servers?: string[]): Promise<string[]> {
  const resolver = new Resolver(LIMITS);
  if (servers) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), WHOLE_MS);
  try {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [v4, v6].flatMap((each) => (each.status === "fulfilled" ? each.value : []));
    if (found.length > 0) return found;
    throw new EgressError("unresolvable", { cause: v4.status === "rejected" ? v4.reason : undefined });
  } finally {
    clearTimeout(timer);
  }
}
