import { newId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import {
  calendarFeeds,
  mailboxTests,
  messages,
  proxiedImages,
  smartleadBrokenRows,
  smartleadConnections,
  uploads,
} from "@/lib/db/schema";
import { hashSecret } from "@/lib/core/secrets";
import { urlHashOf } from "@/lib/services/images/image-token";
import { sealKey, sealWebhookSecret } from "@/lib/services/smartlead/smartlead-secrets";
import { putFile } from "@/lib/storage/storage";
import { eq } from "drizzle-orm";
import { makeMailbox, type MemberRow } from "../factories";
import type { Thing } from "./make-thing";
import type { Place } from "./reach-place";

/** The ids by which some routes are asked of what is no thread's: somebody's uploads, a mailbox's test, an account at Smartlead. */
export type DoorThings = {
  /** A whole upload and one that is still coming in, of `owner`. */
  looseUploadId: string;
  partialUploadId: string;
  testId: string;
  connectionId: string;
  /** A mailbox that signs in with its provider. */
  oauthMailboxId: string;
  /** A picture in the thing's message, fetched already. */
  pictureUrl: string;
};

export const noDoorThings = (): DoorThings => ({
  looseUploadId: newId(),
  partialUploadId: newId(),
  testId: newId(),
  connectionId: newId(),
  oauthMailboxId: newId(),
  pictureUrl: pictureOf(newId()),
});

const pictureOf = (id: string) => `https://pictures.test/${id}.png`;

type Owned = { place: Place; owner: MemberRow; thing: Thing };

export async function makeDoorThings(db: Database, { place, owner, thing }: Owned): Promise<DoorThings> {
  const { workspaceId, mailbox, mark } = place;
  const tested = { workspaceId, mailboxId: mailbox.id, steps: [] };
  const [test] = await db.insert(mailboxTests).values(tested).returning();
  const provided = { workspaceId, address: `in@${newId()}.${mark}.test`, signIn: "google" as const };
  const [looseUploadId, partialUploadId] = [
    await makeUpload(db, place, owner, true),
    await makeUpload(db, place, owner),
  ];
  return {
    looseUploadId,
    partialUploadId,
    testId: test!.id,
    connectionId: (await makeConnection(db, place)).connectionId,
    oauthMailboxId: (await makeMailbox(db, provided)).id,
    pictureUrl: await makePicture(db, workspaceId, thing),
  };
}

async function makeUpload(db: Database, { workspaceId, mark }: Place, owner: MemberRow, isWhole = false) {
  const storageKey = `uploads/${newId()}`;
  if (isWhole) await putFile(storageKey, Buffer.from(mark));
  const named = { fileName: `${mark}-loose.txt`, contentType: "text/plain", sha256: newId(), size: mark.length };
  const row = { ...named, workspaceId, memberId: owner.id, storageKey, isWhole };
  const [upload] = await db.insert(uploads).values(row).returning();
  return upload!.id;
}

/** An account at Smartlead with a row that nobody understood, and the secret of its webhook. */
export async function makeConnection(db: Database, { workspaceId, mark }: Place) {
  const connectionId = newId();
  const secret = `hook-${connectionId}`;
  const sealed = { ...sealKey(connectionId, `key-${connectionId}`), ...sealWebhookSecret(connectionId, secret) };
  await db.insert(smartleadConnections).values({ workspaceId, id: connectionId, ...sealed });
  const at = new Date();
  const broken = { source: "webhook" as const, hash: newId(), raw: `{"of":"${mark}"}`, reason: "event_type" };
  await db
    .insert(smartleadBrokenRows)
    .values({ workspaceId, connectionId, ...broken, firstSeenAt: at, lastSeenAt: at });
  return { connectionId, secret };
}

async function makePicture(db: Database, workspaceId: string, { messageId }: Thing): Promise<string> {
  const url = pictureOf(messageId);
  const storageKey = `images/${workspaceId}/${urlHashOf(url)}`;
  await putFile(storageKey, Buffer.from("a picture"));
  const kept = { contentType: "image/png", size: 9, storageKey, fetchedAt: new Date() };
  await db.insert(proxiedImages).values({ workspaceId, urlHash: urlHashOf(url), ...kept });
  await db
    .update(messages)
    .set({ html: `<p><img data-remote-src="${url}"></p>` })
    .where(eq(messages.id, messageId));
  return url;
}

/** The secret of a member's calendar feed. */
export async function makeFeed(db: Database, { id: memberId, workspaceId }: MemberRow): Promise<string> {
  const secret = newId();
  await db.insert(calendarFeeds).values({ workspaceId, memberId, secretHash: hashSecret(secret) });
  return secret;
}
