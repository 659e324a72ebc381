import { appUrl } from "@/lib/core/env";
import { paths } from "@/lib/url/paths";
import { cookieRoute } from "./cookie-route";
import { oauthTicketCookie } from "./oauth-ticket-cookie";

/**
 * The edge of the routes on the way to a provider and back, which a person sees as pages: whatever is refused leads on to the
 * mailboxes, where a page says why, or to the sign-in page without a session, and the ticket is thrown away.
 */
export function oauthRoute(...[handler]: Parameters<typeof cookieRoute>): ReturnType<typeof cookieRoute> {
  const route = cookieRoute(handler);
  return async (request, at) => {
    const response = await route(request, at);
    if (response.status < 400) return response;
    if (response.status === 401) return redirectWithoutTicket(paths.signIn);
    const said = response.status === 422 ? await outcomeOf(response) : undefined;
    return redirectWithoutTicket(said ? `${paths.mailboxes}?signIn=${said}` : paths.mailboxes);
  };
}

const OUTCOMES: Record<string, string | undefined> = { oauth_expired: "expired", no_oauth: "unset" };

async function outcomeOf(response: Response): Promise<string | undefined> {
  const { error } = (await response.json()) as { error: { reason?: string } };
  return OUTCOMES[error.reason ?? ""];
}

/** On to a page of ours; what the ticket was for is over. */
export function redirectWithoutTicket(target: string): Response {
  const headers = { location: `${appUrl()}${target}`, "set-cookie": oauthTicketCookie(null) };
  return new Response(null, { status: 302, headers: { ...headers, "cache-control": "private, no-store" } });
}
