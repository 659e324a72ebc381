import { z } from "zod";
import { EgressError } from "@/lib/core/egress";
import { postForm } from "@/lib/core/post-form";
import type { OauthTokens } from "./mailbox-secrets";
import type { OauthProvider } from "./oauth-providers";

/** How a provider answered: `revoked` when the consent is gone (RFC 6749 §5.2, invalid_grant), `unreachable` when it may answer later. */
export type TokenAnswer =
  { kind: "tokens"; tokens: OauthTokens } | { kind: "revoked" } | { kind: "refused" } | { kind: "unreachable" };

type Grant =
  | { grant_type: "authorization_code"; code: string; code_verifier: string; redirect_uri: string }
  | { grant_type: "refresh_token"; refresh_token: string };

const Tokens = z.object({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().positive().default(3600),
  refresh_token: z.string().min(1).max(20_000).optional(),
});

/** Exchanges a code, or a refresh token, for tokens. A provider that gives no new refresh token means the former one to stay. */
export async function requestTokens(provider: OauthProvider, grant: Grant, at: Date): Promise<TokenAnswer> {
  try {
    const { clientId, clientSecret } = provider;
    const { status, body } = await postForm(provider.token, {
      client_id: clientId,
      client_secret: clientSecret,
      ...grant,
    });
    if (status >= 500 || status === 429) return { kind: "unreachable" };
    if (status !== 200) return { kind: body.error === "invalid_grant" ? "revoked" : "refused" };
    const parsed = Tokens.safeParse(body);
    const former = grant.grant_type === "refresh_token" ? grant.refresh_token : undefined;
    const refreshToken = parsed.data?.refresh_token ?? former;
    if (!parsed.success || !refreshToken) return { kind: "refused" };
    const expiresAt = at.getTime() + parsed.data.expires_in * 1000;
    return { kind: "tokens", tokens: { refreshToken, accessToken: parsed.data.access_token, expiresAt } };
  } catch (error) {
    if (error instanceof EgressError) return { kind: "unreachable" };
    throw error;
  }
}
