import { requestWriting } from "@/components/composer/reply-requests";
import { parseAddressList } from "@/lib/domain/address";

/**
 * A press on a mail address in a thread writes to it there. Where nobody can write, or more than one address is asked for (another one,
 * a subject, a text), the browser's mail program is left to it.
 * @returns whether the press is dealt with
 */
export function writeTo(threadId: number, href: string): boolean {
  const address = addressIn(href);
  return address !== null && requestWriting({ threadId, address });
}

/** Without the name beside it, which a recipient would be shown by: whoever wrote the message may have chosen another address as that. */
function addressIn(href: string): string | null {
  const { parties, bad } = parseAddressList(decoded(/^mailto:([^?]+)$/i.exec(href)?.[1] ?? ""));
  return parties.length === 1 && bad.length === 0 ? parties[0]!.address : null;
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "";
  }
}
