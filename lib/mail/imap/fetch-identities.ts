import type { ImapFlow } from "imapflow";
import { canonicalAddress } from "@/lib/domain/address";
import { messageIdsOf } from "@/lib/mail/mime/message-ids";
import { chunksOf } from "./chunks-of";

/** What tells a message without its text. */
export type Identity = {
  uid: number;
  /** Without angle brackets; null where there is none. */
  messageId: string | null;
  /** In bytes, of the whole source. */
  size: number;
  /** When the server took it. */
  arrivedAt: Date | null;
  isSeen: boolean;
  from: string | null;
  /** Message-IDs that it answers. */
  named: string[];
  /** It has the form of a delivery report. */
  isReport: boolean;
};

const HEADERS = ["references", "content-type"];

/** Reads who is who among messages of the open folder. Without a UID among the answers a message is gone. */
export async function fetchIdentities(client: ImapFlow, uids: number[]): Promise<Identity[]> {
  const found: Identity[] = [];
  for (const chunk of chunksOf(uids, 500)) {
    const asked = { uid: true, flags: true, size: true, internalDate: true, envelope: true, headers: HEADERS };
    for (const message of await client.fetchAll(chunk.join(","), asked, { uid: true })) {
      const { uid, size = 0, flags, envelope, internalDate, headers } = message;
      const header = headers?.toString("latin1") ?? "";
      const arrivedAt = internalDate ? new Date(internalDate) : null;
      found.push({
        uid,
        messageId: messageIdsOf(envelope?.messageId ?? "")[0] ?? null,
        size,
        arrivedAt: arrivedAt && !Number.isNaN(arrivedAt.getTime()) ? arrivedAt : null,
        isSeen: flags?.has("\\Seen") ?? false,
        from: canonicalAddress(envelope?.from?.[0]?.address ?? "") || null,
        named: [...messageIdsOf(envelope?.inReplyTo ?? ""), ...messageIdsOf(header)],
        isReport: /multipart\/report/i.test(header),
      });
    }
  }
  return found.toSorted((a, b) => a.uid - b.uid);
}
