import { newId } from "@/lib/core/ids";
import { hashSecret } from "@/lib/core/secrets";
import type { Database } from "@/lib/db/client";
import { memberInvitations, replies, replyAttachments } from "@/lib/db/schema";
import { fileAddress } from "@/lib/services/uploads/file-address";
import { putFile } from "@/lib/storage/storage";
import { eq } from "drizzle-orm";
import { makeConnection } from "./make-door-things";
import type { Thing } from "./make-thing";
import type { Place } from "./reach-place";

type Given = { place: Place; thing: Thing; inviterId: string };

/**
 * A route that is asked by the secret in its address. `give`: makes what one secret opens, and the secret; `says`: what of the place the
 * answer tells, if anything. Nobody who has another secret, whatever their role, is told of it.
 */
export type SecretRow = {
  name: "secret" | "token";
  give: (db: Database, given: Given) => Promise<string>;
  init?: () => RequestInit;
  says: (place: Place) => string;
};

const json = (value: unknown) => (): RequestInit => ({
  method: "POST",
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" },
});

/** A new route that is asked by a secret fails until it stands here. */
export const SECRET_ROWS: Record<string, SecretRow> = {
  "app/api/files/[token]": { name: "token", give: giveFile, says: ({ mark }) => mark },
  "app/api/invitations/[secret]": {
    name: "secret",
    give: giveInvitation,
    init: json({ name: "New here", password: "correct horse battery" }),
    says: ({ mark }) => mark,
  },
  "app/api/webhooks/smartlead/[secret]": {
    name: "secret",
    give: async (db, { place }) => (await makeConnection(db, place)).secret,
    init: json({ event_type: "EMAIL_REPLY" }),
    says: () => '"ok":true',
  },
};

/** A file of a reply that Smartlead sends. */
async function giveFile(db: Database, { place: { mark }, thing }: Given): Promise<string> {
  await db.update(replies).set({ smartleadLeadId: newId() }).where(eq(replies.id, thing.replyId));
  const storageKey = `replies/${newId()}`;
  await putFile(storageKey, Buffer.from(mark));
  const position = await db.$count(replyAttachments, eq(replyAttachments.replyId, thing.replyId));
  const file = { replyId: thing.replyId, position, fileName: `${mark}.txt`, size: mark.length, storageKey };
  const [row] = await db.insert(replyAttachments).values(file).returning();
  return fileAddress(row!.id, new Date()).split("/").at(-1)!;
}

async function giveInvitation(db: Database, { place: { workspaceId, mark }, inviterId }: Given): Promise<string> {
  const secret = newId();
  const until = { expiresAt: new Date(Date.now() + 3_600_000), invitedById: inviterId };
  const invited = { email: `new-${newId()}@${mark}.test`, role: "sdr" as const, hash: hashSecret(secret) };
  await db.insert(memberInvitations).values({ workspaceId, ...invited, ...until });
  return secret;
}
