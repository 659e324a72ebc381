import { useEffect, useRef, type Dispatch } from "react";
import type { ComposerAction } from "./composer-state";
import { newDraftId } from "./draft-id";
import type { FilesAction } from "./files";
import { uploadFile, type Upload } from "./upload-file";

export type Uploads = {
  /** Begins to upload; `isInline` files call `onReady` when they can be shown in the text. */
  add: (files: File[], isInline?: boolean) => void;
  remove: (key: string) => void;
  retry: (key: string) => void;
};

/** `isOver`: it has arrived, or failed for good; until then it goes on by itself. */
type Kept = { file: File; isInline: boolean; upload: Upload; isOver: boolean };

/** The composer's uploads: each goes on its own, waits for the connection, can be stopped, and tried again. */
export function useUploads(
  dispatch: Dispatch<ComposerAction>,
  onInlineReady: (uploadId: string, fileName: string) => void,
): Uploads {
  const files = useRef(new Map<string, Kept>());
  const change = (action: FilesAction) => dispatch({ type: "files", change: action });

  const start = (key: string, file: File, isInline: boolean) => {
    const upload = uploadFile(file, {
      onProgress: (sent) => change({ type: "progressed", key, sent }),
      onWaiting: (isWaiting) =>
        change(isWaiting ? { type: "failed", key, problem: "network" } : { type: "retried", key }),
    });
    const kept: Kept = { file, isInline, upload, isOver: false };
    files.current.set(key, kept);
    void upload.done.then((outcome) => {
      kept.isOver = true;
      if (outcome.state === "stopped") return;
      if (outcome.state === "failed") return change({ type: "failed", key, problem: outcome.problem });
      change({ type: "uploaded", key, uploadId: outcome.id, size: file.size });
      if (isInline) onInlineReady(outcome.id, file.name);
    });
  };

  useEffect(() => {
    const running = files.current;
    return () => running.forEach(({ upload }) => upload.stop());
  }, []);

  return {
    add: (added, isInline = false) => {
      const named = added.map((file) => ({ key: newDraftId(), file }));
      const rows = named.map(({ key, file }) => ({
        key,
        fileName: file.name,
        contentType: file.type || "application/octet-stream",
        size: file.size,
        isInline,
      }));
      change({ type: "added", files: rows });
      named.forEach(({ key, file }) => start(key, file, isInline));
    },
    remove: (key) => {
      files.current.get(key)?.upload.stop();
      files.current.delete(key);
      change({ type: "removed", key });
    },
    retry: (key) => {
      const found = files.current.get(key);
      if (!found) return;
      if (found.isOver) {
        change({ type: "retried", key });
        start(key, found.file, found.isInline);
      } else found.upload.hurry();
    },
  };
}
