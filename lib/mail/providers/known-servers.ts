/** What is particular of a provider's servers. */
export type KnownServer = {
  /** Files what it submits in Sent by itself; a second copy would show twice. */
  filesSent: boolean;
  /** Connections to it at the same time. It counts them by mailbox, not by where they come from. */
  connections: number;
};

const SERVERS: (KnownServer & { hosts: RegExp })[] = [
  { hosts: /(^|\.)(gmail\.com|googlemail\.com|google\.com)$/i, filesSent: true, connections: 150 },
  { hosts: /(^|\.)(office365\.com|outlook\.com|hotmail\.com|live\.com)$/i, filesSent: true, connections: 150 },
];

/** What is known of an IMAP or SMTP server by its name; null for all others. */
export const knownServer = (host: string): KnownServer | null => SERVERS.find(({ hosts }) => hosts.test(host)) ?? null;

/** Whether a server that answers under another name (a domain's own, a gateway) is one of these, by what it says of itself. */
export function saysThatItFilesSent({ capabilities, greeting }: { capabilities: string[]; greeting: string }): boolean {
  return capabilities.includes("X-GM-EXT-1") || /Microsoft Exchange IMAP4/i.test(greeting);
}
