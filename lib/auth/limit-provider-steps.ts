import { AppError } from "@/lib/core/errors";
import type { Pool } from "@/lib/db/client";
import type { Visitor } from "@/lib/services/sessions/open-session";
import { countProviderStep } from "@/lib/services/sessions/sign-in-limits";
import { paths } from "@/lib/url/paths";
import { OIDC } from "./oidc-provider";

/** Ways of next-auth that lead to the provider or back from it. */
const STEPS: ReadonlySet<string | undefined> = new Set(["signin", "callback"]);

/**
 * Counts a step on the way by the provider, as passwords are counted by their address: each makes this server ask the provider.
 * @param step with `provider`: what stands behind `/api/auth/`
 * @returns what is answered instead when it is one too many: on to the sign-in page, which says why; to a script in JSON, as next-auth does
 */
export async function limitProviderSteps(
  pool: Pool,
  [step, provider]: string[],
  { method, visitor }: { method: string; visitor: Visitor },
): Promise<Response | null> {
  // next-auth reads no further than these two, whatever stands behind them.
  if (!STEPS.has(step) || provider !== OIDC) return null;
  try {
    await countProviderStep(pool, visitor);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    const url = `${paths.signIn}?${new URLSearchParams({ error: "rate_limited" })}`;
    const headers = { "cache-control": "private, no-store", "retry-after": String(error.retryAfterSeconds ?? 1) };
    if (method === "POST") return Response.json({ url }, { status: 429, headers });
    return new Response(null, { status: 302, headers: { ...headers, location: url } });
  }
}
