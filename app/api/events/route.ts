import { getSession } from "@/lib/auth/actor";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { changeStream } from "@/lib/realtime/change-stream";
import { findSession } from "@/lib/services/sessions/find-session";

/** What changes in the actor's workspace, as long as the session lasts. */
export const GET = cookieRoute(async ({ db, now }, request) => {
  const session = await getSession();
  if (!session) throw new AppError("unauthenticated");
  const { workspaceId } = session.actor;
  const isAllowed = async () => (await findSession({ db, now }, session.id))?.actor.workspaceId === workspaceId;
  return new Response(changeStream({ workspaceId, isAllowed, signal: request.signal }), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // No compression and no buffering on the way: each line counts when it is written.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
