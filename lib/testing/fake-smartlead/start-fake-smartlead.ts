import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { actionRoutes, type FakeAction } from "./action-routes";
import { json, type FakeAnswer, type FakeCall } from "./fake-call";
import { faultQueue, HTML_PAGE, ORDINARY, type Fault, type Switches } from "./fake-faults";
import {
  addLead,
  addMessage,
  fakeState,
  type FakeLead,
  type FakeMessage,
  type FakeReply,
  type LeadInput,
  type MessageInput,
} from "./fake-state";
import { fakeWebhooks, leadEvent, replyEvent } from "./fake-webhooks";
import { readingRoutes } from "./reading-routes";
import { sendDue, sendingRoutes } from "./sending-routes";

export type FakeSmartlead = Awaited<ReturnType<typeof startFakeSmartlead>>;
/** A call as it arrived, without its key; `status` 0 while it is unanswered and where the connection was cut. */
export type RecordedCall = { at: number; method: string; path: string; query: string; body: unknown; status: number };

/**
 * Smartlead as a real HTTP server on loopback: its shapes, its quirks, and what goes wrong with it. Everything that a test may
 * want to see or turn is in what is returned.
 */
export async function startFakeSmartlead({
  key = "sl-key-for-tests-0123456789",
  ...switched
}: Partial<Switches> & { key?: string } = {}) {
  const state = fakeState();
  const switches: Switches = { ...ORDINARY, ...switched };
  const faults = faultQueue();
  const webhooks = fakeWebhooks();
  const keys = new Set([key]);
  const calls: RecordedCall[] = [];
  const actions: FakeAction[] = [];
  const pending: Promise<unknown>[] = [];
  const onReply = (reply: FakeReply) => {
    if (switches.fetchesFiles) pending.push(fetchFiles(reply));
    void webhooks.add(
      leadEvent("EMAIL_SENT", reply.lead, { stats_id: reply.statsId, sent_message: { message_id: reply.messageId } }),
    );
  };
  const routes = [
    sendingRoutes({ state, switches, onReply }),
    actionRoutes({ state, actions }),
    readingRoutes({ state, switches }),
  ];

  const answerTo = (call: FakeCall, apiKey: string | null): FakeAnswer => {
    if (!apiKey) return json(401, { message: "API key is required." });
    if (!keys.has(apiKey)) return json(401, { message: "Invalid API Key" });
    for (const route of routes) {
      const answer = route(call);
      if (answer) return answer;
    }
    return { status: 200, type: "text/html; charset=utf-8", body: HTML_PAGE };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://fake.test");
    const path = url.pathname.replace(/^\/api\/v1/, "");
    const apiKey = url.searchParams.get("api_key");
    url.searchParams.delete("api_key");
    const recorded: RecordedCall = {
      at: Date.now(),
      method: request.method ?? "",
      path,
      query: url.searchParams.toString(),
      body: null,
      status: 0,
    };
    calls.push(recorded);
    const fault = faults.next(path);
    if (fault?.kind === "lost_before") return void request.socket.destroy();
    const text = await textOf(request);
    const body = parsed(text);
    recorded.body = body;
    const call = { method: recorded.method, path, query: url.searchParams, body: body ?? null, now: new Date() };
    const limited = overLimit(calls, switches);
    const answer = limited ?? (fault ? faulty(fault) : null) ?? answerTo(call, apiKey);
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

  const server = createServer(
    (request, response) => void serve(request, response).catch(() => request.socket.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    /** For SMARTLEAD_BASE_URL. */
    url: `http://127.0.0.1:${port}/api/v1`,
    /** For ALLOW_PRIVATE_HOSTS. */
    allow: `127.0.0.1:${port}`,
    key,
    /** Keys that open this account. */
    keys,
    state,
    switches,
    faults,
    webhooks,
    /** Every call that arrived; what was taken; what was done. */
    calls,
    replies: state.replies,
    actions,
    addCampaign: ({ name = "Spring", status = "ACTIVE" } = {}) => {
      const campaign = { id: state.nextId(), name, status };
      state.campaigns.push(campaign);
      return campaign;
    },
    addAccount: (given: { address?: string; name?: string; signature?: string | null } = {}) => {
      const id = state.nextId();
      const { address: from_email = `sam-${id}@acme.test`, name = "Sam Reed", signature = null } = given;
      const account = { id, from_name: name, from_email, signature };
      state.accounts.push(account);
      return account;
    },
    /** A lead whom the first step of the sequence has been sent to. */
    addLead: (input: LeadInput & { sentAt?: Date }): FakeLead => {
      const lead = addLead(state, input);
      addMessage(state, lead, "SENT", { time: input.sentAt ?? new Date(Date.now() - 3_600_000) });
      return lead;
    },
    /** A further step of the sequence. */
    send: (lead: FakeLead, input: MessageInput = {}): FakeMessage => addMessage(state, lead, "SENT", input),
    /** The lead answers, or somebody else with `from`; the webhook is sent or waits. */
    receive: async (lead: FakeLead, input: MessageInput = {}): Promise<FakeMessage> => {
      const sent = lead.history.findLast((each) => each.type === "SENT");
      const reply = addMessage(state, lead, "REPLY", input);
      await webhooks.add(replyEvent(lead, reply, sent));
      return reply;
    },
    /** Any other webhook about a lead. */
    tell: (type: string, lead: FakeLead, more: Record<string, unknown> = {}) =>
      webhooks.add(leadEvent(type, lead, more)),
    /** Sends what was scheduled and is due at that time. */
    sendDue: (now = new Date()) => sendDue(state, now),
    /** The most calls that came within so many ms. */
    busiest: (ms: number) => busiest(calls, ms),
    /** When the files of all replies have been fetched. */
    settled: async () => void (await Promise.all(pending)),
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
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

function busiest(calls: RecordedCall[], ms: number): number {
  let most = 0;
  let from = 0;
  for (let to = 0; to < calls.length; to++) {
    while (calls[to]!.at - calls[from]!.at >= ms) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** As Smartlead does: from the address that it was given, and from there alone. */
async function fetchFiles(reply: FakeReply): Promise<void> {
  for (const { file_url } of reply.message.attachments ?? []) {
    const response = await fetch(file_url).catch(() => null);
    const content = response ? Buffer.from(await response.arrayBuffer()) : Buffer.alloc(0);
    reply.files.push({ status: response?.status ?? 0, type: response?.headers.get("content-type") ?? "", content });
  }
}
