import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type OpenidProvider = Awaited<ReturnType<typeof startOpenidProvider>>;

type Person = { sub: string; email?: string; email_verified?: boolean; name?: string };
type Code = { challenge: string; redirect: string; nonce: string };
/** How it lies: claims in the place of the right ones, a signature of another key, an issuer of its own making. */
type Lies = { claims?: Record<string, unknown>; otherKey?: boolean; issuer?: string; state?: string };

/**
 * A real OpenID provider on loopback (Core §3.1 with PKCE and RS256): discovery, authorisation without asking, tokens, keys. It signs
 * in whoever `person` is, and lies as told.
 */
export async function startOpenidProvider({ clientId = "threadwell", clientSecret = "a-client-secret" } = {}) {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Code>();
  const state = { person: { sub: "nobody" } as Person, lies: {} as Lies };

  const discovery = () => ({
    issuer: state.lies.issuer ?? issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  });
  const authorise = (query: URLSearchParams, response: ServerResponse) => {
    const code = randomBytes(12).toString("hex");
    const [redirect, nonce] = [query.get("redirect_uri")!, query.get("nonce") ?? ""];
    codes.set(code, { challenge: query.get("code_challenge") ?? "", redirect, nonce });
    const back = new URLSearchParams({ code, state: state.lies.state ?? query.get("state") ?? "" });
    response.writeHead(302, { location: `${redirect}?${back}` }).end();
  };
  const tokens = (form: URLSearchParams, authorization: string): object | null => {
    if (authorization !== `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`) return null;
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!code || code.challenge !== challenge || code.redirect !== form.get("redirect_uri")) return null;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce: code.nonce, ...state.person };
    const signedBy = state.lies.otherKey ? foreign.privateKey : keys.privateKey;
    const idToken = signed({ ...claims, ...state.lies.claims }, signedBy);
    return { access_token: randomBytes(12).toString("hex"), token_type: "Bearer", expires_in: 300, id_token: idToken };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://here.test");
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const answer = (status: number, value: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return answer(200, discovery());
      case "/authorize":
        return authorise(url.searchParams, response);
      case "/jwks":
        return answer(200, { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256" }] });
      case "/token": {
        const given = tokens(new URLSearchParams(body), request.headers.authorization ?? "");
        return given ? answer(200, given) : answer(400, { error: "invalid_grant" });
      }
      default:
        return answer(404, {});
    }
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    issuer,
    clientId,
    clientSecret,
    /** Who signs in next. */
    be: (person: Person) => void (state.person = person),
    lie: (lies: Lies) => void (state.lies = lies),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function signed(claims: object, key: Parameters<ReturnType<typeof createSign>["sign"]>[0]): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${createSign("RSA-SHA256").update(body).sign(key).toString("base64url")}`;
}
