import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages } from "@/lib/db/schema";
import { remotePicturesOf } from "@/lib/domain/remote-pictures";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { type CachedImage, cachedImage } from "./cached-image";
import { claimOfToken, urlHashOf } from "./image-token";
import { pictureConsents } from "./picture-consents";

/**
 * A picture of a message from another server, fetched by this app and kept. The token says which; that the actor still sees the
 * message and still wants its pictures is asked each time.
 * @throws AppError `not_found`, the same for whatever is wrong with token, message or picture
 */
export async function openImage(ctx: Context, { token }: { token: string }): Promise<CachedImage> {
  const { actor, db, now } = ctx;
  may(actor, "thread.read");
  const claim = claimOfToken(token, now());
  if (claim?.memberId !== actor.memberId) throw new AppError("not_found", { reason: "image" });
  const [message] = await db
    .select({
      id: messages.id,
      html: messages.html,
      fromAddress: messages.fromAddress,
      isJunk: messages.isJunk,
    })
    .from(messages)
    .where(
      and(
        eq(messages.id, claim.messageId),
        eq(messages.workspaceId, actor.workspaceId),
        isOfSeenThread(actor, messages.threadId),
      ),
    );
  const isWanted = message && (await pictureConsents(ctx, [message])).has(message.id);
  const urls = isWanted ? remotePicturesOf(message.html) : [];
  const url = urls.find((each) => urlHashOf(each) === claim.urlHash);
  const image = url === undefined ? null : await cachedImage(ctx, url, { messageId: claim.messageId, urls });
  if (!image) throw new AppError("not_found", { reason: "image" });
  return image;
}
