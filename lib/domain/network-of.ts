/**
 * The part of an IP address by which clients are counted. Of IPv6 it is the /64 (RFC 4291 §2.5.4): whoever has a line has at least
 * that many addresses, and would otherwise take a new one for each attempt. IPv4 within IPv6 (RFC 4291 §2.5.5.2) is the IPv4.
 * @param address as a proxy writes it, with a port or without; what is no IP address comes back as it is
 * @returns for instance `2001:db8:0:1::/64` or `192.0.2.1`
 */
export function networkOf(address: string): string {
  const plain = withoutPort(address.trim());
  const groups = groupsOf(plain);
  if (!groups) return plain;
  if (MAPPED.every((part, at) => groups[at] === part)) return dotted(groups.slice(MAPPED.length));
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

const MAPPED = [0, 0, 0, 0, 0, 0xffff];

const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/u.exec(address)?.[1] ?? /^([\d.]+):\d+$/u.exec(address)?.[1] ?? address;

/** The eight groups of an IPv6 address, in whichever spelling; null where it is none. */
function groupsOf(text: string): number[] | null {
  // What follows a % names an interface of this machine (RFC 4007 §11).
  const address = text.replace(/%.*$/u, "");
  const url = `http://[${address}]/`;
  if (!/^[\da-f:.]+$/iu.test(address) || !URL.canParse(url)) return null;
  const [head = [], tail] = new URL(url).hostname.slice(1, -1).split("::").map(numbersOf);
  return tail === undefined ? [...head] : [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

const numbersOf = (groups: string): number[] =>
  groups === "" ? [] : groups.split(":").map((group) => Number.parseInt(group, 16));

const dotted = (groups: number[]): string => groups.flatMap((group) => [group >> 8, group & 0xff]).join(".");
