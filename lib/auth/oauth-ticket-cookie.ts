import { appUrl } from "@/lib/core/env";

const NAME = "threadwell-oauth";
/** Longer than a ticket holds, so that who comes too late is told so where the mailbox is. */
const KEPT_SECONDS = 24 * 3600;

/** The Set-Cookie line that keeps a ticket for the way to a provider and back; without one it is thrown away. */
export function oauthTicketCookie(ticket: string | null): string {
  const secure = appUrl().startsWith("https:") ? "; Secure" : "";
  const life = ticket === null ? 0 : KEPT_SECONDS;
  return `${NAME}=${ticket ?? ""}; Path=/api/oauth; Max-Age=${life}; HttpOnly; SameSite=Lax${secure}`;
}

/** The ticket that a browser came back with. */
export function readOauthTicket(request: Request): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}
