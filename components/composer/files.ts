import type { DraftAttachment } from "@/lib/domain/draft";
import { USUAL_BYTES } from "@/lib/domain/size-limit";

/** What all files of one reply may weigh together where its server takes that much. */
export const MAX_TOTAL_BYTES = USUAL_BYTES;

/** A file of the composer. `sent` counts bytes that have left; `uploadId` is there once the server has it all. */
export type ComposerFile = {
  key: string;
  fileName: string;
  contentType: string;
  size: number;
  state: "uploading" | "ready" | "failed";
  sent: number;
  uploadId: string | null;
  /** Where the worker fetches it when the reply leaves; null for an upload. Its size may be unknown, and counts as 0. */
  fileUrl: string | null;
  /** A closed word while `failed`: `network`, `too_large`, `refused`. */
  problem: string | null;
  /** Shown in the text rather than hung below it. */
  isInline: boolean;
  /** The file of a forwarded message that it was taken from. */
  attachmentId?: string;
};

export type FilesAction =
  | { type: "added"; files: Pick<ComposerFile, "key" | "fileName" | "contentType" | "size" | "isInline">[] }
  | { type: "taken"; files: DraftAttachment[] }
  | { type: "resumed"; files: ComposerFile[] }
  | { type: "progressed"; key: string; sent: number }
  | { type: "uploaded"; key: string; uploadId: string; size: number }
  | { type: "failed"; key: string; problem: string }
  | { type: "retried"; key: string }
  | { type: "hung"; key: string }
  | { type: "removed"; key: string };

/** The list after a file was added, moved on, failed or was taken away. Late news of a removed file changes nothing. */
export function changeFiles(files: ComposerFile[], action: FilesAction): ComposerFile[] {
  switch (action.type) {
    case "added":
      return [...files, ...action.files.map((file) => ({ ...file, ...FRESH }))];
    case "taken":
      return withFiles(files, action.files);
    // They went on while the draft was put aside.
    case "resumed":
      return [...files.filter(({ key }) => !action.files.some((file) => file.key === key)), ...action.files];
    // A picture that the text cannot hold.
    case "hung":
      return patch(files, action.key, () => ({ isInline: false }));
    case "removed":
      return files.filter((file) => file.key !== action.key);
    case "progressed":
      return patch(files, action.key, (file) => (file.state === "uploading" ? { sent: action.sent } : {}));
    case "uploaded":
      return patch(files, action.key, () => ({
        state: "ready",
        uploadId: action.uploadId,
        size: action.size,
        sent: action.size,
        problem: null,
      }));
    case "failed":
      return patch(files, action.key, () => ({ state: "failed", problem: action.problem }));
    case "retried":
      // What has arrived need not leave again.
      return patch(files, action.key, ({ sent }) => ({ ...FRESH, sent }));
  }
}

/** Files as a saved draft names them. */
export function filesOfDraft(attachments: DraftAttachment[]): ComposerFile[] {
  return attachments.map((file, index) => {
    const { fileName, contentType, size } = file;
    const plain = { fileName, contentType: contentType ?? "", size: size ?? 0, sent: size ?? 0 };
    const ready = { ...plain, state: "ready", problem: null } as const;
    return "fileUrl" in file
      ? { ...ready, key: `${index} ${file.fileUrl}`, uploadId: null, fileUrl: file.fileUrl, isInline: false }
      : {
          ...ready,
          key: file.uploadId,
          uploadId: file.uploadId,
          fileUrl: null,
          isInline: file.contentId !== undefined,
          ...(file.attachmentId ? { attachmentId: file.attachmentId } : {}),
        };
  });
}

/** The files that the server has or fetches. An inline one names itself as its content id. */
export function savedFiles(files: ComposerFile[]): DraftAttachment[] {
  return files.flatMap<DraftAttachment>(({ uploadId, fileUrl, attachmentId, isInline, ...file }) => {
    const { fileName, contentType, size } = file;
    const origin = attachmentId ? { attachmentId } : {};
    if (fileUrl) return [{ fileUrl, fileName, contentType: contentType || null, size: size || null }];
    return uploadId
      ? [{ uploadId, fileName, contentType, size, ...(isInline ? { contentId: uploadId } : {}), ...origin }]
      : [];
  });
}

/** The list with what a draft names besides. */
export function withFiles(files: ComposerFile[], attachments: DraftAttachment[]): ComposerFile[] {
  const have = new Set(files.map(({ uploadId, fileUrl }) => uploadId ?? fileUrl));
  return [...files, ...filesOfDraft(attachments).filter((file) => !have.has(file.uploadId ?? file.fileUrl))];
}

/** The files that hang below the text; pictures in it count only while it shows them. */
export function filesThatLeave(files: ComposerFile[], inlineUploads: string[]): ComposerFile[] {
  return files.filter(
    (file) => !file.isInline || file.state !== "ready" || inlineUploads.includes(file.uploadId ?? ""),
  );
}

export const totalSize = (files: ComposerFile[]): number => files.reduce((sum, file) => sum + file.size, 0);

/** The server that a file will be fetched from, which is shown of it; null for an upload. */
export const hostOf = ({ fileUrl }: ComposerFile): string | null =>
  fileUrl === null ? null : (URL.parse(fileUrl)?.host ?? "");

/** 0 to 100; a file whose last byte has left is at 99 until the server has answered. */
export function percentOf({ sent, size, state }: ComposerFile): number {
  if (state === "ready") return 100;
  return size === 0 ? 0 : Math.min(99, Math.floor((sent / size) * 100));
}

const FRESH = { state: "uploading", sent: 0, uploadId: null, fileUrl: null, problem: null } as const;

const patch = (files: ComposerFile[], key: string, change: (file: ComposerFile) => Partial<ComposerFile>) =>
  files.map((file) => (file.key === key ? { ...file, ...change(file) } : file));
