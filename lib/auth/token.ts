import { decode } from "next-auth/jwt";
import { appUrl, env } from "@/lib/core/env";

/** The cookie is kept long; the session's row says when it ends. */
export const COOKIE_MAX_AGE_SECONDS = 400 * 24 * 3600;
export const COOKIE_NAME = "threadwell-session";
export const SECURE_COOKIE_NAME = `__Host-${COOKIE_NAME}`;

/** What tokens name, by the token: opening one takes the time of several queries. Whether the session still lasts its row says. */
const opened = new Map<string, string>();
const MOST_OPENED = 1_000;

type Cookies = { get(name: string): { value: string } | undefined };

/** The id of the session row that the token names; null without a token of ours. */
export async function readSessionId(cookies: Cookies): Promise<string | null> {
  // Under https only the name counts that no other host of the domain, and nothing sent in the clear, can set.
  const token = cookies.get(appUrl().startsWith("https:") ? SECURE_COOKIE_NAME : COOKIE_NAME)?.value;
  if (!token) return null;
  const known = opened.get(token);
  if (known !== undefined) return known;
  // A token that was tampered with or sealed under another secret is a stranger's.
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  if (typeof claims?.sid !== "string") return null;
  const [oldest] = opened.keys();
  if (opened.size >= MOST_OPENED) opened.delete(oldest!);
  opened.set(token, claims.sid);
  return claims.sid;
}
