import { createServer } from "node:http";
import { actionRoutes, type FakeAction } from "./action-routes";
import { faultQueue, ORDINARY, type Switches } from "./fake-faults";
import { fakeListener, type RecordedCall } from "./fake-listener";
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

  const serve = fakeListener({ keys, calls, faults, switches, routes });
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
