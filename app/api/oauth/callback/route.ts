import { cookieRoute } from "@/lib/auth/cookie-route";
import { oauthTicketCookie, readOauthTicket } from "@/lib/auth/oauth-ticket-cookie";
import { AppError } from "@/lib/core/errors";
import { appUrl } from "@/lib/core/env";
import { finishOauth } from "@/lib/services/mailboxes/finish-oauth";
import { FinishOauthInput } from "@/lib/services/mailboxes/schemas";
import { mailboxPath, paths } from "@/lib/url/paths";

/** Where a provider sends a person back to: always on to a page that says how it went. */
export const GET = cookieRoute(async (context, request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const input = FinishOauthInput.safeParse({ ...asked, ticket: readOauthTicket(request) });
  let target: string = paths.mailboxes;
  try {
    if (!input.success) throw new AppError("unprocessable", { reason: "oauth_expired" });
    const end = await finishOauth(context, input.data);
    const said = end.kind === "connected" ? `test=${end.testId}` : `signIn=${end.kind}`;
    target = `${mailboxPath(end.mailboxId)}?${said}`;
  } catch (error) {
    if (!(error instanceof AppError) || error.reason !== "oauth_expired") throw error;
  }
  const headers = { location: `${appUrl()}${target}`, "set-cookie": oauthTicketCookie(null) };
  return new Response(null, { status: 302, headers });
});
