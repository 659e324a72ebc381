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
  const since = sinceOf(request);
  const stream = changeStream({ workspaceId, isAllowed, signal: request.signal, ...(since ? { since } : {}) });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // No compression and no buffering on the way: each line counts when it is written.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});

/** Of when the browser's knowledge is: the last event it heard, else when its page was drawn. */
function sinceOf(request: Request): number | null {
  const said = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("since");
  return said && /^\d{13}$/.test(said) ? Number(said) : null;
}
