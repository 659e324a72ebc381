import { getSession } from "@/lib/auth/actor";
import { cookieRoute } from "@/lib/auth/cookie-route";
import { AppError } from "@/lib/core/errors";
import { changeStream } from "@/lib/realtime/change-stream";
import type { Listener } from "@/lib/realtime/heard-by";
import { seenAmong } from "@/lib/services/access/seen-among";
import type { Context } from "@/lib/services/context";
import { findSession } from "@/lib/services/sessions/find-session";

/** What changes in the actor's workspace and sight, as long as the session lasts. */
export const GET = cookieRoute(async ({ db, now }, request) => {
  const session = await getSession();
  if (!session) throw new AppError("unauthenticated");
  const { workspaceId } = session.actor;
  const askAgain = async () => {
    const actor = (await findSession({ db, now }, session.id))?.actor;
    return actor?.workspaceId === workspaceId ? listenerOf(db, actor) : null;
  };
  const since = sinceOf(request);
  const listener = listenerOf(db, session.actor);
  const stream = changeStream({ workspaceId, listener, askAgain, signal: request.signal, ...(since ? { since } : {}) });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // No compression and no buffering on the way: each line counts when it is written.
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});

const listenerOf = (db: Context["db"], actor: Context["actor"]): Listener => ({
  memberId: actor.memberId,
  role: actor.role,
  seenAmong: actor.scope === null ? null : (threadIds) => seenAmong(db, actor, threadIds),
});

/** Of when the browser's knowledge is: the last event it heard, else when its page was drawn. */
function sinceOf(request: Request): number | null {
  const said = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("since");
  return said && /^\d{13}$/.test(said) ? Number(said) : null;
}
