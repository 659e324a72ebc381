import { oauthRoute } from "@/lib/auth/oauth-route";
import { oauthTicketCookie } from "@/lib/auth/oauth-ticket-cookie";
import { AppError } from "@/lib/core/errors";
import { beginOauth } from "@/lib/services/mailboxes/begin-oauth";
import { MailboxInput } from "@/lib/services/mailboxes/schemas";

/** Leads to the sign-in page of a mailbox's provider; the browser keeps the ticket meanwhile. */
export const GET = oauthRoute(async (context, _request, params) => {
  const input = MailboxInput.safeParse(params);
  if (!input.success) throw new AppError("not_found", { reason: "mailbox" });
  const { url, ticket } = await beginOauth(context, input.data);
  return new Response(null, { status: 302, headers: { location: url, "set-cookie": oauthTicketCookie(ticket) } });
});
