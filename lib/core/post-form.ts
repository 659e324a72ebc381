import { request } from "undici";
import { checkDestination, EgressError, pinnedAgent, readCapped } from "./egress";

const LIMITS = { maxBytes: 256 * 1024, timeoutMs: 10_000 };

/**
 * Posts a form (RFC 6749 §4.1.3) to a checked address and reads the JSON answer, whatever its status; redirects are not followed.
 * @throws EgressError, also for an answer that is no JSON (`network`)
 */
export async function postForm(
  url: string,
  form: Record<string, string>,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const stop = AbortSignal.timeout(LIMITS.timeoutMs);
  const dispatcher = pinnedAgent(await checkDestination(url));
  try {
    const response = await request(url, {
      method: "POST",
      dispatcher,
      signal: stop,
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams(form).toString(),
    });
    const content = await readCapped(response.body, LIMITS.maxBytes);
    const body: unknown = JSON.parse(content.toString("utf8"));
    return { status: response.statusCode, body: typeof body === "object" ? { ...body } : {} };
  } catch (error) {
    if (error instanceof EgressError) throw error;
    throw new EgressError(stop.aborted ? "timeout" : "network", { cause: error });
  } finally {
    await dispatcher.destroy();
  }
}
