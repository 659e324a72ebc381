import type { IncomingMessage, ServerResponse } from "node:http";
import { json, type FakeAnswer, type FakeCall, type FakeRoute } from "./fake-call";
import { HTML_PAGE, type Fault, type faultQueue, type Switches } from "./fake-faults";

/** A call as it arrived, without its key; `status` 0 while it is unanswered and where the connection was cut. */
export type RecordedCall = { at: number; method: string; path: string; query: string; body: unknown; status: number };

type Listening = {
  keys: Set<string>;
  calls: RecordedCall[];
  faults: ReturnType<typeof faultQueue>;
  switches: Switches;
  routes: FakeRoute[];
};

/** Takes calls: writes each down, lets go wrong what is to go wrong, and else answers as the first route that knows the path. */
export function fakeListener(listening: Listening) {
  const { calls, faults, switches } = listening;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { recorded, query, apiKey } = record(request);
    calls.push(recorded);
    const fault = faults.next(recorded.path);
    if (fault?.kind === "lost_before") return void request.socket.destroy();
    const body = parsed(await textOf(request));
    recorded.body = body;
    const call = { method: recorded.method, path: recorded.path, query, body, now: new Date() };
    const answer = overLimit(calls, switches) ?? (fault ? faulty(fault) : null) ?? answerTo(listening, call, apiKey);
    const waits = switches.latencyMs + (fault?.kind === "slow" ? fault.ms : 0);
    if (waits > 0) await new Promise((resolve) => setTimeout(resolve, waits));
    if (fault?.kind === "lost_after") return void request.socket.destroy();
    recorded.status = answer.status;
    const rate = switches.sendsRateHeaders ? rateHeaders(calls, switches) : {};
    response.writeHead(answer.status, { "content-type": answer.type ?? "text/plain", ...rate, ...answer.headers });
    const shown = answer.body.replace("{url}", () => request.url ?? "");
    if (fault?.kind !== "halfway") return void response.end(shown);
    response.write(shown.slice(0, Math.ceil(shown.length / 2)), () => request.socket.destroy());
  };
}

function record(request: IncomingMessage) {
  const url = new URL(request.url ?? "/", "http://fake.test");
  const apiKey = url.searchParams.get("api_key");
  url.searchParams.delete("api_key");
  const recorded: RecordedCall = {
    at: Date.now(),
    method: request.method ?? "",
    path: url.pathname.replace(/^\/api\/v1/, ""),
    query: url.searchParams.toString(),
    body: null,
    status: 0,
  };
  return { recorded, query: url.searchParams, apiKey };
}

function answerTo({ keys, routes }: Listening, call: FakeCall, apiKey: string | null): FakeAnswer {
  if (!apiKey) return json(401, { message: "API key is required." });
  if (!keys.has(apiKey)) return json(401, { message: "Invalid API Key" });
  for (const route of routes) {
    const answer = route(call);
    if (answer) return answer;
  }
  return { status: 200, type: "text/html; charset=utf-8", body: HTML_PAGE };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What a fault is answered with; null for those that only change how the true answer travels. */
function faulty(fault: Fault): FakeAnswer | null {
  switch (fault.kind) {
    case "limit":
      return limitAnswer(fault.retryAfter ?? 1, fault.where ?? "both");
    case "auth":
      return json(401, { message: "Invalid API Key" });
    case "server":
      return fault.json === false
        ? { status: 500, type: "text/html", body: "Internal Server Error" }
        : json(500, { ok: false, error: "Email account not found!", status: "error" });
    case "gateway":
      return { status: 504, type: "text/html", body: "<html><body><h1>504 Gateway Time-out</h1></body></html>" };
    case "html":
      return { status: 200, type: "text/html; charset=utf-8", body: HTML_PAGE };
    case "not_json":
      return { status: 200, type: "application/json", body: '{"ok": tru' };
    case "empty":
      return { status: 200, type: "application/json", body: "" };
    default:
      return null;
  }
}

function limitAnswer(seconds: number, where: "header" | "body" | "both" | "nowhere"): FakeAnswer {
  const body = {
    error: {
      code: "RATE_LIMIT_EXCEEDED",
      message: "Too many requests",
      ...(where === "body" || where === "both" ? { retry_after: seconds } : {}),
    },
  };
  const headers: Record<string, string> =
    where === "header" || where === "both" ? { "retry-after": String(seconds) } : {};
  return { ...json(429, body), headers };
}

const within = (calls: RecordedCall[], ms: number): number => {
  const from = Date.now() - ms;
  let count = 0;
  for (let at = calls.length - 1; at >= 0 && calls[at]!.at > from; at--) count++;
  return count;
};

function overLimit(calls: RecordedCall[], { perTwoSeconds, perMinute }: Switches): FakeAnswer | null {
  if (within(calls, 2000) > perTwoSeconds) return limitAnswer(2, "both");
  return within(calls, 60_000) > perMinute ? limitAnswer(60, "both") : null;
}

function rateHeaders(calls: RecordedCall[], { perMinute }: Switches): Record<string, string> {
  const limit = Number.isFinite(perMinute) ? perMinute : 60;
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(Math.max(0, limit - within(calls, 60_000))),
    "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + 60),
  };
}
