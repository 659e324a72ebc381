import type SMTPConnection from "nodemailer/lib/smtp-connection";
import XOAuth2 from "nodemailer/lib/xoauth2";

/** What a connection signs in with: the access token where there is one (XOAUTH2), else the password. */
export function smtpSignIn(
  user: string,
  { password, accessToken }: { password: string | null; accessToken?: string | undefined },
): SMTPConnection.AuthenticationType {
  if (!accessToken) return { user, credentials: { user, pass: password ?? "" } };
  // It is given one token and nothing to renew it with: that is done where the tokens are kept.
  return { type: "OAuth2", user, oauth2: new XOAuth2({ user, accessToken }) };
}
