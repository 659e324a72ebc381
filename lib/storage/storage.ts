import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { env } from "@/lib/core/env";

type Storage = { disk: Disk; isLocal: boolean };
const shared = globalThis as { threadwellStorage?: Promise<Storage> };

/** The disk that holds files: a folder under DATA_DIR, or an S3 bucket by STORAGE. Keys look like "uploads/<id>". */
const storage = (): Promise<Storage> => (shared.threadwellStorage ??= openStorage());

async function openStorage(): Promise<Storage> {
  const { DATA_DIR, STORAGE } = env();
  if (STORAGE !== "local") return { disk: new Disk(await openBucket(STORAGE)), isLocal: false };
  const location = path.resolve(DATA_DIR, "files");
  mkdirSync(location, { recursive: true, mode: 0o700 });
  return { disk: new Disk(new FSDriver({ location, visibility: "private" })), isLocal: true };
}

/** `s3://bucket?region=…&endpoint=…`; the credentials come from where AWS's tools look for them, never from the address. */
async function openBucket(address: string) {
  // Loaded only here: Amazon's client is large, and most never need it.
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { hostname: bucket, searchParams } = new URL(address);
  const endpoint = searchParams.get("endpoint");
  return new S3Driver({
    bucket,
    region: searchParams.get("region") ?? "us-east-1",
    // Servers other than Amazon's know neither buckets as host names nor access lists.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    supportsACL: false,
    visibility: "private",
  });
}

/** Keeps a file. Callers bound its size. */
export async function putFile(key: string, content: Uint8Array | Readable): Promise<void> {
  const { disk, isLocal } = await storage();
  if (content instanceof Uint8Array) return disk.put(key, content);
  if (isLocal) return disk.putStream(key, content);
  // S3 wants to know the length before the first byte.
  return disk.put(key, await buffer(content));
}

export const readFile = async (key: string): Promise<Buffer> => Buffer.from(await (await storage()).disk.getBytes(key));
export const hasFile = async (key: string): Promise<boolean> => (await storage()).disk.exists(key);
export const openFile = async (key: string): Promise<Readable> => (await storage()).disk.getStream(key);
export const deleteFile = async (key: string): Promise<void> => (await storage()).disk.delete(key);

/** The keys of all files below a folder ("outbox"), as many at a time as the disk gives; none where there is no such folder. */
export async function* listFiles(folder: string): AsyncGenerator<string[]> {
  const { disk, isLocal } = await storage();
  if (isLocal && !existsSync(path.resolve(env().DATA_DIR, "files", folder))) return;
  let page: { paginationToken?: string } = {};
  do {
    const { objects, paginationToken } = await disk.listAll(`${folder}/`, { recursive: true, ...page });
    yield [...objects].flatMap((each) => (each.isFile ? each.key : []));
    page = paginationToken ? { paginationToken } : {};
  } while (page.paginationToken);
}
