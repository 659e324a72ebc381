import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { systemClock } from "@/lib/core/clock";
import { database } from "@/lib/db/client";
import type { Role } from "@/lib/domain/roles";
import type { Actor, Context } from "@/lib/services/context";
import { findSession, type FoundSession } from "@/lib/services/sessions/find-session";
import { paths, refusedPath, signInPath } from "@/lib/url/paths";
import { readSessionId } from "./token";

/** Who asks, from the cookie's session row as it is now; null for strangers, ended sessions and refused members. Read once a request. */
export async function getActor(): Promise<Actor | null> {
  return (await getSession())?.actor ?? null;
}

/** The session behind this request, with what screens show of its member. */
export const getSession = cache(async (): Promise<FoundSession | null> => {
  const sessionId = await readSessionId(await cookies());
  return sessionId ? findSession({ db: database(), now: systemClock }, sessionId) : null;
});

/** The session behind a page, for layouts; strangers go to the sign-in page and come back afterwards. */
export async function requireSession(): Promise<FoundSession> {
  const session = await getSession();
  if (!session) redirect(signInPath((await headers()).get("x-threadwell-path") ?? paths.inbox));
  return session;
}

/**
 * The actor of a page. Strangers go to the sign-in page and come back afterwards; whose role is not in `roles` goes to the inbox,
 * which says so.
 * Pages call this themselves: a layout or the web server is no gate.
 */
export async function requireActor({ roles }: { roles?: readonly Role[] } = {}): Promise<Actor> {
  const { actor } = await requireSession();
  if (roles && !roles.includes(actor.role)) redirect(refusedPath);
  return actor;
}

/** A page's context for calling verbs. */
export async function requireContext(options: { roles?: readonly Role[] } = {}): Promise<Context> {
  return { actor: await requireActor(options), db: database(), now: systemClock };
}
