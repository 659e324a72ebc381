import { requestWriting } from "@/components/composer/reply-requests";

/**
 * A press on a mail address in a thread writes to it there. Where nobody can write, or a subject or text of its own is asked for, the
 * browser's mail program is left to it.
 * @returns whether the press is dealt with
 */
export function writeTo(threadId: number, href: string): boolean {
  const address = addressIn(href);
  return address !== null && requestWriting({ threadId, address });
}

function addressIn(href: string): string | null {
  const encoded = /^mailto:([^?]+)$/i.exec(href)?.[1];
  try {
    return encoded ? decodeURIComponent(encoded) : null;
  } catch {
    return null;
  }
}
