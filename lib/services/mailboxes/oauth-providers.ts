import { appUrl, env } from "@/lib/core/env";

export type OauthProvider = {
  clientId: string;
  clientSecret: string;
  authorise: string;
  token: string;
  scope: string;
  /** What else the page that asks the person wants to know. */
  extra: Record<string, string>;
};
export type OauthName = "google" | "microsoft";

/**
 * How a mailbox signs in with a provider (OAuth2 code flow, RFC 6749 §4.1, with PKCE, RFC 7636); null where the operator has
 * registered no client with it.
 */
export function findOauthProvider(name: OauthName): OauthProvider | null {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET } = env();
  const { MICROSOFT_TENANT, OAUTH_TEST_SERVER } = env();
  const client = {
    google: { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET },
    microsoft: { clientId: MICROSOFT_CLIENT_ID, clientSecret: MICROSOFT_CLIENT_SECRET },
  }[name];
  const { clientId, clientSecret } = client;
  if (!clientId || !clientSecret) return null;
  const place = OAUTH_TEST_SERVER
    ? { authorise: `${OAUTH_TEST_SERVER}/authorize`, token: `${OAUTH_TEST_SERVER}/token` }
    : PLACES[name](MICROSOFT_TENANT);
  return { clientId, clientSecret, ...place, ...WISHES[name] };
}

/** The providers that one can sign in with here. */
export const oauthNames = (): OauthName[] =>
  (["google", "microsoft"] as const).filter((name) => findOauthProvider(name) !== null);

/** Where the provider's page leads back to; it has to be registered there. */
export const oauthRedirect = (): string => `${appUrl()}/api/oauth/callback`;

const PLACES = {
  google: () => ({
    authorise: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
  }),
  microsoft: (tenant: string) => ({
    authorise: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize`,
    token: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
  }),
};

const WISHES = {
  // Google gives a refresh token only to who asks for it, and again only with a new consent.
  google: { scope: "https://mail.google.com/", extra: { access_type: "offline", prompt: "consent" } },
  microsoft: {
    scope: "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
    extra: { prompt: "select_account" },
  },
};
