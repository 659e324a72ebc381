import { and, eq, inArray, or } from "drizzle-orm";
import { imageConsents, members } from "@/lib/db/schema";
import { type PictureConsent, pictureConsentOf } from "@/lib/domain/remote-pictures";
import type { Context } from "@/lib/services/context";

type Asked = { id: string; fromAddress: string; isJunk: boolean };

/** What lets the actor see the pictures of each of these messages; who is not in the answer sees none. The caller found them through the actor. */
export async function pictureConsents({ actor, db }: Context, asked: Asked[]): Promise<Map<string, PictureConsent>> {
  if (asked.length === 0) return new Map();
  const [member] = await db
    .select({ preferences: members.preferences })
    .from(members)
    .where(eq(members.id, actor.memberId));
  const rows = await db
    .select({ messageId: imageConsents.messageId, sender: imageConsents.sender })
    .from(imageConsents)
    .where(and(eq(imageConsents.memberId, actor.memberId), concerns(asked)));
  const ofMessages = new Set(rows.map(({ messageId }) => messageId));
  const ofSenders = new Set(rows.map(({ sender }) => sender?.toLowerCase()));
  const always = member?.preferences.images === "always";
  return new Map(
    asked.flatMap(({ id, fromAddress, isJunk }) => {
      const sender = fromAddress !== "" && ofSenders.has(fromAddress.toLowerCase());
      const consent = pictureConsentOf({ isJunk, message: ofMessages.has(id), sender, always });
      return consent === null ? [] : [[id, consent] as const];
    }),
  );
}

const concerns = (asked: Asked[]) =>
  or(
    inArray(
      imageConsents.messageId,
      asked.map(({ id }) => id),
    ),
    inArray(imageConsents.sender, [...new Set(asked.map(({ fromAddress }) => fromAddress))]),
  );
