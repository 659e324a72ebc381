import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type OauthServer = Awaited<ReturnType<typeof startOauthServer>>;

type Code = { user: string; challenge: string; redirect: string };

/**
 * A real OAuth2 server on loopback: authorises whoever is hinted at, without asking (RFC 6749 §4.1 with PKCE), gives and renews
 * tokens, and tells a mail server whose a token is (RFC 7662). Access tokens end when the test says so.
 */
export async function startOauthServer({ clientId = "client", clientSecret = "secret" } = {}) {
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, string>();
  const accessTokens = new Map<string, string>();
  const asked: string[] = [];
  const state = { expiresIn: 3600, isAway: false };
  const made = () => randomBytes(12).toString("hex");

  const authorise = (query: URLSearchParams, response: ServerResponse) => {
    const [redirect, code] = [query.get("redirect_uri")!, made()];
    codes.set(code, { user: query.get("login_hint")!, challenge: query.get("code_challenge")!, redirect });
    const back = new URLSearchParams({ code, state: query.get("state") ?? "" });
    response.writeHead(302, { location: `${redirect}?${back}` }).end();
  };
  const give = (user: string, former?: string) => {
    const access = made();
    const refresh = former ?? made();
    accessTokens.set(access, user);
    refreshTokens.set(refresh, user);
    return { access_token: access, expires_in: state.expiresIn, token_type: "Bearer", refresh_token: refresh };
  };
  const tokens = (form: URLSearchParams): object | null => {
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret) return null;
    if (form.get("grant_type") === "refresh_token") {
      const former = form.get("refresh_token") ?? "";
      const user = refreshTokens.get(former);
      return user === undefined ? null : give(user, former);
    }
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!code || code.challenge !== challenge || code.redirect !== form.get("redirect_uri")) return null;
    return give(code.user);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://here.test");
    if (url.pathname === "/authorize") return authorise(url.searchParams, response);
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body);
    const answer = (status: number, value: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/introspect") {
      const username = accessTokens.get(form.get("token") ?? "");
      return answer(200, username === undefined ? { active: false } : { active: true, username });
    }
    asked.push(form.get("grant_type") ?? "");
    if (state.isAway) return answer(503, {});
    const given = tokens(form);
    return given ? answer(200, given) : answer(400, { error: "invalid_grant" });
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    /** For ALLOW_PRIVATE_HOSTS. */
    allow: `127.0.0.1:${port}`,
    introspection: `http://127.0.0.1:${port}/introspect`,
    clientId,
    clientSecret,
    /** The grants that were asked for, in order. */
    asked,
    /** How long access tokens are said to hold from now on, in s. */
    endTokensIn: (seconds: number) => void (state.expiresIn = seconds),
    /** Access tokens that were given are worth nothing any more; they can be renewed. */
    endAccess: () => accessTokens.clear(),
    /** The consent is withdrawn. */
    revoke: () => [accessTokens, refreshTokens].forEach((kept) => kept.clear()),
    beAway: (isAway: boolean) => void (state.isAway = isAway),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
