import { takeMessageFiles } from "@/lib/actions/uploads";
import type { DraftAttachment } from "@/lib/domain/draft";

/**
 * Files of a message as files of its forward; the server takes them over from where they lie.
 * @returns null when it could not
 */
export async function messageFiles(messageId: string, attachmentIds: string[]): Promise<DraftAttachment[] | null> {
  const taken: DraftAttachment[] = [];
  for (let first = 0; first < attachmentIds.length; first += AT_ONCE) {
    const some = attachmentIds.slice(first, first + AT_ONCE);
    const answer = await takeMessageFiles({ messageId, attachmentIds: some }).catch(() => null);
    if (!answer?.ok) return null;
    taken.push(...answer.data.map(({ id: uploadId, ...file }) => ({ uploadId, ...file })));
  }
  return taken;
}

/** The contract takes no more in one call. */
const AT_ONCE = 50;
