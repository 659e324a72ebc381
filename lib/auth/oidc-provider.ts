import type { OAuthConfig } from "next-auth/providers/oauth";
import { systemClock } from "@/lib/core/clock";
import { env, type Env } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { OidcRefusal } from "@/lib/domain/sign-in-refusal";
import { signInByProvider } from "@/lib/services/sessions/sign-in-by-provider";
import type { Visitor } from "@/lib/services/sessions/open-session";

/** The provider's id in next-auth's addresses: it calls back at `/api/auth/callback/oidc`. */
export const OIDC = "oidc";
const TIMEOUT_MS = 10_000;

/** An ID token's claims as they come; what is not of its kind counts as absent. */
export type IdTokenClaims = { iss?: unknown; sub: string; email?: unknown; email_verified?: unknown; name?: unknown };

/**
 * The OpenID provider of OIDC_ISSUER, or null without one. The code comes back with state and nonce and is bound to this browser
 * (PKCE); the ID token's signature, issuer, audience and time are checked by openid-client.
 */
export function oidcProvider(of: Env = env()): OAuthConfig<IdTokenClaims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = of;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: OIDC,
    name: oidcName(of) ?? OIDC,
    type: "oauth",
    wellKnown: `${bare(OIDC_ISSUER)}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: TIMEOUT_MS },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** What the sign-in page calls the provider; null without one. */
export function oidcName({ OIDC_ISSUER, OIDC_NAME }: Env = env()): string | null {
  if (!OIDC_ISSUER) return null;
  return OIDC_NAME ?? new URL(OIDC_ISSUER).hostname;
}

/** Lets the person of checked claims in, or says why not. A discovery document that names another issuer counts for nothing. */
export async function signInByClaims(
  { iss, sub, email, email_verified: isVerified, name }: IdTokenClaims,
  visitor: Visitor,
): Promise<{ sessionId: string } | { refusal: OidcRefusal | "OAuthCallback" }> {
  if (typeof iss !== "string" || bare(iss) !== bare(env().OIDC_ISSUER ?? "")) return { refusal: "OAuthCallback" };
  const claims = {
    // Another issuer may give the same subject to somebody else.
    subject: `${bare(iss)} ${sub}`,
    email: typeof email === "string" ? email.trim() : null,
    // Some providers write booleans as words.
    isEmailVerified: isVerified === true || isVerified === "true",
    name: typeof name === "string" ? name : null,
  };
  return signInByProvider({ db: database(), now: systemClock }, claims, visitor);
}

const bare = (issuer: string): string => issuer.replace(/\/$/, "");
