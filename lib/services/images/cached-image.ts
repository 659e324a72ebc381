import { and, eq } from "drizzle-orm";
import { fairTurns } from "@/lib/core/fair-turns";
import { log } from "@/lib/core/log";
import { proxiedImages } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import { putFile, readFile } from "@/lib/storage/storage";
import { fetchImage } from "./fetch-image";
import { hasRoomForImage } from "./image-budget";
import { urlHashOf } from "./image-token";

export type CachedImage = { contentType: string; content: Buffer };

const KEPT_MS = 7 * 86_400_000;
/** What may be better soon is asked for again soon; what is wrong with a picture stays wrong for a while. */
const SOON_MS = 10 * 60_000;
const LATER_MS = 86_400_000;
const PASSING = new Set(["status", "timeout", "network", "unresolvable"]);

/** Frames that are drawn at the same time ask a server once. */
const underWay = new Map<string, Promise<CachedImage | null>>();

/** Pictures that this process fetches at a time, and those of one message, so that others come to theirs meanwhile. */
const inTurn = fairTurns({ atOnce: 6, perKey: 3 });

/** A message, and the addresses of its pictures. */
type Shown = { messageId: string; urls: string[] };

/**
 * The picture at an address of a message, from the storage while it is fresh, else from its server.
 * @returns null when it cannot be had, or is one too many to be kept
 */
export async function cachedImage(ctx: Context, url: string, shown: Shown): Promise<CachedImage | null> {
  const key = { workspaceId: ctx.actor.workspaceId, urlHash: urlHashOf(url) };
  const known = await keptImage(ctx, key);
  if (known !== undefined) return known;
  const name = `${key.workspaceId}/${key.urlHash}`;
  const fetching =
    underWay.get(name) ??
    inTurn(shown.messageId, () => fetchWithinBudget(ctx, key, { url, shown })).finally(() => underWay.delete(name));
  underWay.set(name, fetching);
  return fetching;
}

type Key = { workspaceId: string; urlHash: string };

/** @returns undefined when its server is to be asked (again) */
async function keptImage({ db, now }: Context, key: Key): Promise<CachedImage | null | undefined> {
  const [row] = await db
    .select()
    .from(proxiedImages)
    .where(and(eq(proxiedImages.workspaceId, key.workspaceId), eq(proxiedImages.urlHash, key.urlHash)));
  const age = row ? now().getTime() - row.fetchedAt.getTime() : Infinity;
  if (row?.problem) return age < (PASSING.has(row.problem) ? SOON_MS : LATER_MS) ? null : undefined;
  if (!row?.storageKey || !row.contentType || age >= KEPT_MS) return undefined;
  const content = await readFile(row.storageKey).catch((error: unknown) => {
    log.warn({ err: error }, "a kept picture is not in the storage");
    return undefined;
  });
  return content && { contentType: row.contentType, content };
}

async function fetchWithinBudget(ctx: Context, key: Key, { url, shown }: { url: string; shown: Shown }) {
  const isRoom = await hasRoomForImage(ctx, shown.urls.map(urlHashOf));
  return isRoom ? fetchAndKeep(ctx, key, url) : null;
}

async function fetchAndKeep({ db, now }: Context, key: Key, url: string): Promise<CachedImage | null> {
  const found = await fetchImage(url);
  const fetchedAt = now();
  if ("problem" in found) {
    // A file of an earlier time stays named, so that it goes with its row.
    await keepRow(db, key, { problem: found.problem, fetchedAt });
    return null;
  }
  const storageKey = `images/${key.workspaceId}/${key.urlHash}`;
  await putFile(storageKey, found.content);
  const { contentType, content } = found;
  await keepRow(db, key, { contentType, size: content.length, storageKey, problem: null, fetchedAt });
  return found;
}

type Row = Omit<typeof proxiedImages.$inferInsert, "workspaceId" | "urlHash">;

const keepRow = (db: Context["db"], key: Key, row: Row) =>
  db
    .insert(proxiedImages)
    .values({ ...key, ...row })
    .onConflictDoUpdate({ target: [proxiedImages.workspaceId, proxiedImages.urlHash], set: row });
