import { randomId } from "@/components/ui/random-id";
import { changeFiles, type ComposerFile, type FilesAction } from "./files";
import { uploadFile, type Upload } from "./upload-file";

type UploadsTold = {
  change: (action: FilesAction) => void;
  /** A picture for the text can be shown. @returns whether it stands there now */
  onPicture: (picture: { key: string; uploadId: string; fileName: string }) => boolean;
};

/** `isOver`: it has arrived, or failed for good; until then it goes on by itself. `release` lets the page be left. */
type Held = { row: ComposerFile; file: File; upload: Upload; isOver: boolean; release: () => void };

/** Takes what arrives while nobody listens. @returns whether it is kept now */
export type TakesAway = (row: ComposerFile) => boolean;

/**
 * The uploads of one draft: each goes on its own, waits for the connection, can be stopped and tried again. They go on while the
 * draft is put aside, and tell whoever listens next what has come of them.
 */
export class HeldUploads {
  readonly #held = new Map<string, Held>();
  readonly #begin: typeof uploadFile;
  #told: UploadsTold | null = null;
  #away: TakesAway | null = null;

  constructor(begin = uploadFile) {
    this.#begin = begin;
  }

  /** Tells first what went on while nobody listened. @returns what ends it; from then on `away` takes what needs no text to stand in */
  listen(told: UploadsTold): (away?: TakesAway) => void {
    this.#told = told;
    const rows = [...this.#held.values()].map(({ row }) => row);
    if (rows.length > 0) told.change({ type: "resumed", files: rows });
    rows.forEach((row) => this.#handOver(row));
    return (away) => {
      if (this.#told !== told) return;
      this.#told = null;
      this.#away = away ?? null;
    };
  }

  get isBusy(): boolean {
    return this.#held.size > 0;
  }

  /** Pictures that have arrived before there was a text to stand in. */
  offer(): void {
    [...this.#held.values()].forEach(({ row }) => this.#handOver(row));
  }

  /** @returns the keys of their rows */
  add(files: File[], isInline: boolean): string[] {
    const named = files.map((file) => ({ key: randomId(), file }));
    const rows = named.map(({ key, file: { name: fileName, type, size } }) => {
      return { key, fileName, contentType: type || "application/octet-stream", size, isInline };
    });
    this.#told?.change({ type: "added", files: rows });
    rows.forEach((row, at) => this.#start(changeFiles([], { type: "added", files: [row] })[0]!, named[at]!.file));
    return rows.map(({ key }) => key);
  }

  remove(key: string): void {
    this.#held.get(key)?.upload.stop();
    this.#forget(key);
    this.#told?.change({ type: "removed", key });
  }

  retry(key: string): void {
    const found = this.#held.get(key);
    if (!found) return;
    if (!found.isOver) return found.upload.hurry();
    this.#change({ type: "retried", key });
    this.#start(found.row, found.file);
  }

  stop(): void {
    for (const [key, { upload }] of this.#held) {
      upload.stop();
      this.#forget(key);
    }
  }

  #start(row: ComposerFile, file: File): void {
    const { key } = row;
    const upload = this.#begin(file, {
      onProgress: (sent) => this.#change({ type: "progressed", key, sent }),
      onWaiting: (isWaiting) =>
        this.#change(isWaiting ? { type: "failed", key, problem: "network" } : { type: "retried", key }),
    });
    const held: Held = { row, file, upload, isOver: false, release: stayForUpload() };
    this.#held.set(key, held);
    void upload.done.then((outcome) => {
      held.isOver = true;
      if (outcome.state !== "uploaded") held.release();
      if (outcome.state === "stopped") return;
      if (outcome.state === "failed") return this.#change({ type: "failed", key, problem: outcome.problem });
      this.#change({ type: "uploaded", key, uploadId: outcome.id, size: file.size });
      this.#handOver(held.row);
    });
  }

  #change(action: Extract<FilesAction, { key: string }>): void {
    const held = this.#held.get(action.key);
    if (held) held.row = changeFiles([held.row], action)[0] ?? held.row;
    this.#told?.change(action);
  }

  /** What has arrived is the draft's from then on; a picture waits for a text to stand in. */
  #handOver(row: ComposerFile): void {
    const { key, uploadId, fileName, isInline } = row;
    if (uploadId === null) return;
    const isTaken = isInline
      ? this.#told?.onPicture({ key, uploadId, fileName })
      : Boolean(this.#told) || this.#away?.(row);
    if (isTaken) this.#forget(key);
  }

  #forget(key: string): void {
    this.#held.get(key)?.release();
    this.#held.delete(key);
  }
}

const drafts = new Map<string, HeldUploads>();

/** The uploads that a draft goes on with. @param aside where those of the same draft were put when it was thrown away */
export function uploadsAt(place: string, aside: string): HeldUploads {
  moveUploads(aside, place);
  const found = drafts.get(place) ?? new HeldUploads();
  drafts.set(place, found);
  return found;
}

/** What is found at `from` is found at `to` from now on. */
export function moveUploads(from: string, to: string): void {
  const moved = drafts.get(from);
  if (!moved) return;
  endUploads(to);
  drafts.delete(from);
  drafts.set(to, moved);
}

/** Whether files are on their way, or wait to be tried again. */
export const hasUploads = (place: string): boolean => drafts.get(place)?.isBusy ?? false;

/** Nothing goes on with them. */
export function endUploads(place: string): void {
  drafts.get(place)?.stop();
  drafts.delete(place);
}

let underway = 0;

/** Only this page holds the rest of a file: the browser asks before it is left. @returns what ends it */
function stayForUpload(): () => void {
  if (underway++ === 0) addEventListener("beforeunload", askFirst);
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    if (--underway === 0) removeEventListener("beforeunload", askFirst);
  };
}

const askFirst = (event: BeforeUnloadEvent) => event.preventDefault();
