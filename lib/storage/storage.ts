import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/core/env";

const shared = globalThis as { threadwellStorage?: Disk };

/** The disk that holds files: a folder under DATA_DIR, or an S3 bucket by STORAGE. Keys look like "uploads/<id>". */
function disk(): Disk {
  return (shared.threadwellStorage ??= openDisk());
}

function openDisk(): Disk {
  const { DATA_DIR } = env();
  const location = path.resolve(DATA_DIR, "files");
  mkdirSync(location, { recursive: true, mode: 0o700 });
  return new Disk(new FSDriver({ location, visibility: "private" }));
}

export const putFile = (key: string, content: Uint8Array | Readable): Promise<void> =>
  content instanceof Uint8Array ? disk().put(key, content) : disk().putStream(key, content);
export const readFile = async (key: string): Promise<Buffer> => Buffer.from(await disk().getBytes(key));
export const openFile = (key: string): Promise<Readable> => disk().getStream(key);
export const deleteFile = (key: string): Promise<void> => disk().delete(key);
