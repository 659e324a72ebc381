import type { AuthOptions, Session } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { systemClock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { database, databasePool } from "@/lib/db/client";
import { endSession } from "@/lib/services/sessions/end-session";
import { findSession } from "@/lib/services/sessions/find-session";
import type { Visitor } from "@/lib/services/sessions/open-session";
import { SignInInput } from "@/lib/services/sessions/schemas";
import { signIn } from "@/lib/services/sessions/sign-in";
import { forgetProviderSteps } from "@/lib/services/sessions/sign-in-limits";
import { paths, safeReturnPath } from "@/lib/url/paths";
import { OIDC, oidcProvider, signInByClaims, type IdTokenClaims } from "./oidc-provider";
import { COOKIE_MAX_AGE_SECONDS, COOKIE_NAME, SECURE_COOKIE_NAME } from "./token";

// next-auth then takes the host from x-forwarded-host, which the web server and the route allow to be one of ours only.
process.env.AUTH_TRUST_HOST = "true";
delete process.env.NEXTAUTH_URL;

/**
 * next-auth's settings for a request to `origin` from `visitor`. The token carries the id of a session row and nothing else.
 */
export function authOptions(origin: string, visitor: Visitor): AuthOptions {
  const secure = origin.startsWith("https:");
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: secure,
    // Only JWT sessions go with the credentials provider of next-auth 4; the row behind it is what counts.
    session: { strategy: "jwt", maxAge: COOKIE_MAX_AGE_SECONDS },
    cookies: { sessionToken: { name: secure ? SECURE_COOKIE_NAME : COOKIE_NAME, options: cookie } },
    pages: { signIn: paths.signIn, error: paths.signIn, signOut: paths.signIn },
    providers: [credentialsOf(visitor), ...[oidcProvider() ?? []].flat()],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== OIDC) return true;
        const outcome = await signInByClaims(profile as IdTokenClaims, visitor);
        if ("refusal" in outcome) return `${paths.signIn}?${new URLSearchParams({ error: outcome.refusal })}`;
        await forgetProviderSteps(databasePool(), visitor);
        user.id = outcome.sessionId;
        return true;
      },
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: ({ session, token }) => sessionOf(session, token.sid),
      redirect: ({ url }) => new URL(safeReturnPath(url, origin), origin).href,
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await endSession({ db: database(), now: systemClock }, token.sid);
      },
    },
    logger: {
      error: (code, details) => (EXPECTED.has(code) ? undefined : log.error({ code, why: nameOf(details) }, "sign-in")),
      warn: (code) => log.warn({ code }, "sign-in"),
      debug: () => undefined,
    },
  };
}

/** A token of another secret is a stranger's, not a failure. */
const EXPECTED = new Set(["JWT_SESSION_ERROR"]);

/** What went wrong, by its class: a provider's words may hold what a person gave it. */
const nameOf = (details: unknown): string | undefined => {
  const error = details instanceof Error ? details : (details as { error?: unknown } | undefined)?.error;
  return error instanceof Error ? error.name : undefined;
};

const credentialsOf = (visitor: Visitor) =>
  CredentialsProvider({
    name: "credentials",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(given) {
      const input = SignInInput.safeParse(given);
      if (!input.success) return null;
      try {
        const deps = { db: database(), pool: databasePool(), now: systemClock };
        const { sessionId } = await signIn(deps, input.data, visitor);
        return { id: sessionId };
      } catch (error) {
        if (error instanceof AppError && error.code === "unauthenticated") return null;
        if (error instanceof AppError && error.code === "rate_limited") throw new Error("rate_limited");
        log.error({ err: error }, "sign-in failed");
        throw new Error("unavailable");
      }
    },
  });

/** What `/api/auth/session` answers: e-mail, name and role as they are now, or an empty object. */
async function sessionOf(session: Session, sessionId: unknown): Promise<Session> {
  const found =
    typeof sessionId === "string" ? await findSession({ db: database(), now: systemClock }, sessionId) : null;
  if (!found) return {} as Session;
  const { email, name, role } = found.actor;
  return { ...session, user: { email, name, role }, expires: found.expiresAt.toISOString() };
}
