import { appUrl } from "@/lib/core/env";
import { TICKET_SECONDS } from "@/lib/services/mailboxes/begin-oauth";

const NAME = "threadwell-oauth";

/** The Set-Cookie line that keeps a ticket for the way to a provider and back; without one it is thrown away. */
export function oauthTicketCookie(ticket: string | null): string {
  const secure = appUrl().startsWith("https:") ? "; Secure" : "";
  const life = ticket === null ? 0 : TICKET_SECONDS;
  return `${NAME}=${ticket ?? ""}; Path=/api/oauth; Max-Age=${life}; HttpOnly; SameSite=Lax${secure}`;
}

/** The ticket that a browser came back with. */
export function readOauthTicket(request: Request): string | undefined {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}
