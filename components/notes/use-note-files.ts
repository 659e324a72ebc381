import { useState } from "react";
import { changeFiles, type ComposerFile } from "@/components/composer/files";
import { useUploads } from "@/components/composer/use-uploads";
import { MOST_NOTE_FILES } from "@/lib/domain/note";

/** The files of a note that is being written: each uploads on its own, as those of a reply do. */
export function useNoteFiles() {
  const [files, setFiles] = useState<ComposerFile[]>([]);
  const uploads = useUploads({ onChange: (action) => setFiles((known) => changeFiles(known, action)) });
  return {
    files,
    /** Those that are whole on the server. */
    uploadIds: files.flatMap(({ uploadId }) => uploadId ?? []),
    /** Saved now, a note would be without some of them. */
    isWaiting: files.some(({ state }) => state !== "ready"),
    hasRoom: files.length < MOST_NOTE_FILES,
    add: (added: File[]) => void uploads.add(added.slice(0, MOST_NOTE_FILES - files.length), false),
    remove: (key: string) => uploads.remove(key),
    retry: (key: string) => uploads.retry(key),
  };
}
