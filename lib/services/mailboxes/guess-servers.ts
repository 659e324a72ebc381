import { setTimeout as sleep } from "node:timers/promises";
import { findMx, findSrv } from "@/lib/core/dns-records";
import { fetchPinned } from "@/lib/core/egress";
import { domainOf } from "@/lib/domain/address";
import { providerOfAddress, providerOfMx, type MailProvider, type MailServer } from "@/lib/domain/mail-providers";
import { may, type Context } from "@/lib/services/context";
import { oauthNames } from "./oauth-providers";
import { readAutoconfig } from "./read-autoconfig";
import type { GuessServersInput, ServerGuess } from "./schemas";

/** How the world is asked; tests give their own. */
export type Sources = {
  mx: (domain: string) => Promise<string[]>;
  srv: (name: string) => Promise<{ host: string; port: number } | null>;
  file: (url: string) => Promise<string>;
};

const WHOLE_MS = 3_000;
const FILE = { maxBytes: 64 * 1024, timeoutMs: 2_500 };

const WORLD: Sources = {
  mx: findMx,
  srv: findSrv,
  file: async (url) => (await fetchPinned(url, FILE)).content.toString("utf8"),
};

/**
 * Guesses a mailbox's servers from its address: by the provider's own domain, by who takes the domain's mail, by what the domain itself
 * publishes (autoconfig, then SRV: RFC 6186, RFC 8314). Nobody but the domain and the name service is asked, for three seconds at most.
 * @throws AppError `forbidden`
 */
export async function guessServers(
  { actor }: Pick<Context, "actor">,
  { address }: GuessServersInput,
  sources: Sources = WORLD,
): Promise<ServerGuess> {
  may(actor, "mailbox.manage");
  const known = providerOfAddress(address);
  const stop = new AbortController();
  const late = sleep(WHOLE_MS, null, { signal: stop.signal }).catch(() => null);
  const found = known ? ofProvider(known, address, "provider") : await Promise.race([late, lookUp(address, sources)]);
  stop.abort();
  return { ...(found ?? NOTHING), oauth: oauthNames() };
}

type Found = Omit<ServerGuess, "oauth">;

const NOTHING: Found = { source: null, provider: null, imap: null, smtp: null, user: null };

/** All are asked at once; the first of them in this order that knows something counts. */
async function lookUp(address: string, sources: Sources): Promise<Found | null> {
  const domain = domainOf(address);
  const answers = [
    sources.mx(domain).then((hosts) => {
      const provider = providerOfMx(hosts);
      return provider && ofProvider(provider, address, "mx");
    }),
    ...autoconfigAddresses(domain).map((url) =>
      sources.file(url).then((xml): Found | null => {
        const servers = readAutoconfig(xml, address);
        return servers && { source: "autoconfig", provider: null, ...servers };
      }),
    ),
    srvServers(domain, sources).then(
      (servers): Found | null => servers && { source: "srv", provider: null, ...servers, user: address },
    ),
  ].map((answer) => answer.catch(() => null));
  for (const answer of answers) {
    const found = await answer;
    if (found) return found;
  }
  return null;
}

function ofProvider(provider: MailProvider, address: string, source: "provider" | "mx"): Found {
  const { imap, smtp, name, signIn = null, hint = null, link = null } = provider;
  return { source, provider: { name, signIn, hint, link }, imap, smtp, user: imap && address };
}

const autoconfigAddresses = (domain: string): string[] => [
  `https://autoconfig.${domain}/mail/config-v1.1.xml`,
  `https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`,
];

async function srvServers(domain: string, { srv }: Sources): Promise<{ imap: MailServer; smtp: MailServer } | null> {
  const ask = (service: string) => srv(`_${service}._tcp.${domain}`).catch(() => null);
  const [imaps, imap, submissions, submission] = await Promise.all(
    ["imaps", "imap", "submissions", "submission"].map(ask),
  );
  const reading = secured(imaps, "tls") ?? secured(imap, "starttls");
  const sending = secured(submissions, "tls") ?? secured(submission, "starttls");
  return reading && sending && { imap: reading, smtp: sending };
}

const secured = (
  server: { host: string; port: number } | null | undefined,
  security: MailServer["security"],
): MailServer | null => (server ? { ...server, security } : null);
