import { newId } from "@/lib/core/ids";
import { uploads } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { joinParts } from "./join-parts";
import type { BeginUploadInput, UploadProgress } from "./schemas";

/** Makes room for a file that comes in parts (`appendUpload`), so that a lost connection costs one part and not the whole. */
export async function beginUpload({ actor, db, now }: Context, input: BeginUploadInput): Promise<UploadProgress> {
  may(actor, "reply.send");
  const id = newId();
  const { workspaceId, memberId } = actor;
  const place = { storageKey: `uploads/${id}`, sha256: "", isWhole: false };
  await db.insert(uploads).values({ ...input, ...place, id, workspaceId, memberId, createdAt: now() });
  if (input.size === 0) await joinParts(db, id);
  return { id, offset: 0, isWhole: input.size === 0 };
}
