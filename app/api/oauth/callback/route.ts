import { oauthRoute, redirectWithoutTicket } from "@/lib/auth/oauth-route";
import { readOauthTicket } from "@/lib/auth/oauth-ticket-cookie";
import { AppError } from "@/lib/core/errors";
import { finishOauth } from "@/lib/services/mailboxes/finish-oauth";
import { FinishOauthInput } from "@/lib/services/mailboxes/schemas";
import { mailboxPath } from "@/lib/url/paths";

/** Where a provider sends a person back to: always on to a page that says how it went. */
export const GET = oauthRoute(async (context, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const input = FinishOauthInput.safeParse({ ...asked, ticket: readOauthTicket(request) });
  if (!input.success) throw new AppError("unprocessable", { reason: "oauth_expired" });
  const end = await finishOauth(context, input.data);
  const said = end.kind === "connected" ? `test=${end.testId}` : `signIn=${end.kind}`;
  return redirectWithoutTicket(`${mailboxPath(end.mailboxId)}?${said}`);
});
