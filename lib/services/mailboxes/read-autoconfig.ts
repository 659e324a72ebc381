import { DomUtils, parseDocument } from "htmlparser2";
import type { MailServer } from "@/lib/domain/mail-providers";

type Found = { imap: MailServer; smtp: MailServer; user: string };
type Node = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/**
 * Reads a domain's own mail settings (Mozilla's config-v1.1 format). Servers without TLS are passed over; entities of a document type
 * are not expanded.
 * @returns null when it does not name both sides
 */
export function readAutoconfig(xml: string, address: string): Found | null {
  const document = parseDocument(xml, { xmlMode: true });
  const servers = (tag: string, type: string) =>
    DomUtils.getElementsByTagName(tag, document).filter((node) => node.attribs.type?.toLowerCase() === type);
  const incoming = first(servers("incomingServer", "imap"), address);
  const outgoing = first(servers("outgoingServer", "smtp"), address);
  return incoming && outgoing ? { imap: incoming.server, smtp: outgoing.server, user: incoming.user } : null;
}

function first(nodes: Node[], address: string): { server: MailServer; user: string } | null {
  for (const node of nodes) {
    const filled = (tag: string) => fill(textOf(node, tag), address);
    const host = filled("hostname");
    const port = Number(textOf(node, "port"));
    const security = SOCKETS[textOf(node, "socketType").toUpperCase()];
    if (!security || !HOST.test(host) || !Number.isInteger(port) || port < 1 || port > 65_535) continue;
    return { server: { host, port, security }, user: filled("username") || address };
  }
  return null;
}

const SOCKETS: Record<string, MailServer["security"] | undefined> = { SSL: "tls", STARTTLS: "starttls" };

function textOf(node: Node, tag: string): string {
  const [found] = DomUtils.getElementsByTagName(tag, node.children);
  return found ? DomUtils.textContent(found).trim().slice(0, 320) : "";
}

function fill(text: string, address: string): string {
  const at = address.lastIndexOf("@");
  return text
    .replaceAll("%EMAILADDRESS%", address)
    .replaceAll("%EMAILLOCALPART%", address.slice(0, at))
    .replaceAll("%EMAILDOMAIN%", address.slice(at + 1));
}
