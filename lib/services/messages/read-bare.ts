import { createHash } from "node:crypto";
import { headerEnd } from "@/lib/mail/mime/raw-message";
import { readMessage, type ReadMessage } from "./read-message";

/** Of a message that nothing reads to its end: its header, which is short enough to be read anywhere. The raw source is kept whole. */
export async function readBare(raw: Buffer, seenAt: Date): Promise<ReadMessage> {
  const head = await readMessage(raw.subarray(0, Math.min(headerEnd(raw), MAX_HEAD)), seenAt);
  const contentHash = `${createHash("sha256").update(raw).digest("hex")}@no-message-id`;
  return {
    ...head,
    raw,
    contentHash,
    messageId: head.messageId === head.contentHash ? contentHash : head.messageId,
    text: "",
    visibleText: "",
    snippet: "",
    html: "",
    files: [],
    parseProblem: "unreadable",
  };
}

const MAX_HEAD = 32_000;
