import type { Database } from "@/lib/db/client";
import { uploads } from "@/lib/db/schema";
import type { World } from "./factories";

type Values = Pick<typeof uploads.$inferInsert, "fileName" | "contentType" | "size" | "storageKey">;

/** A file that the member of a world has uploaded, as a row: its bytes are stored by whoever wants them read. */
export async function makeUpload(
  db: Database,
  { workspaceId, member }: Pick<World, "workspaceId" | "member">,
  values: Values,
) {
  const [upload] = await db
    .insert(uploads)
    .values({ workspaceId, memberId: member.id, sha256: "", ...values })
    .returning();
  return upload!;
}
