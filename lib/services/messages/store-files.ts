import { putFile } from "@/lib/storage/storage";
import type { ReadFile } from "./read-message";

/** Stores a message's files under the hash of their content, so that a second copy is the same file. */
export async function storeFiles({ workspaceId, files }: { workspaceId: string; files: ReadFile[] }): Promise<void> {
  for (const file of files) await putFile(fileKey(workspaceId, file.sha256), file.content);
}

/** Whether a key of the storage is that of a message's file, which is never deleted: a message that comes may share it. */
export const isMessageFile = (storageKey: string): boolean => storageKey.startsWith("attachments/");

export const fileKey = (workspaceId: string, sha256: string): string => `attachments/${workspaceId}/${sha256}`;
