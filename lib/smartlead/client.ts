import { systemClock, type Clock } from "@/lib/core/clock";
import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import { actionCall } from "./action-call";
import { NoAnswer } from "./http-call";
import { performer, type PerformOptions, type RemoteCall } from "./perform";
import { bodyOf, rowsIn } from "./read-answer";
import { inOrderOfTime, readCampaign, readCategory, readLead, readMailbox, readMessage, readRows } from "./rows";
import type { ReadRow } from "./rows";
import { sendThread } from "./send-thread";
import { SmartleadFault, type Page, type RemoteLead, type SmartleadApi } from "./smartlead-api";

export type SmartleadClientOptions = Omit<PerformOptions, "now"> & { now?: Clock };

/** Smartlead's API for one key: each call takes its turn, goes to a checked address, and tells the budget what it heard. */
export function smartleadClient({ now = systemClock, ...options }: SmartleadClientOptions): SmartleadApi {
  const { budget } = options;
  const perform = performer({ ...options, now });

  /** What a call says. `network`: it never reached Smartlead; `timeout`: it did, and no answer came. */
  const ask = async (kind: SmartleadCallKind, call: RemoteCall, onTurn?: () => Promise<void>): Promise<unknown> => {
    await budget.take(kind, call.signal);
    await onTurn?.();
    const answer = await perform(call).catch((error: unknown) => {
      call.signal?.throwIfAborted();
      if (!(error instanceof NoAnswer)) throw error;
      throw new SmartleadFault(error.hasBegun ? "timeout" : "network");
    });
    return bodyOf(answer, now());
  };

  return {
    async listCampaigns({ kind, signal }) {
      const body = await ask(kind, { method: "GET", path: "/campaigns/", signal });
      return wholePage(rowsIn(body), readCampaign);
    },
    async listMailboxes({ kind, signal, offset, limit = 100 }) {
      const size = within(limit, 100);
      const query = { offset: String(offset), limit: String(size) };
      const body = await ask(kind, { method: "GET", path: "/email-accounts/", query, signal });
      return pageOf(rowsIn(body), readMailbox, size);
    },
    async listCategories({ kind, signal }) {
      const body = await ask(kind, { method: "GET", path: "/leads/fetch-categories", signal });
      return wholePage(rowsIn(body), readCategory);
    },
    async listReplies({ kind, signal, offset, limit = 20, withHistory, campaignIds = [], between }) {
      const size = within(limit, 20);
      const filters = {
        ...(campaignIds.length > 0 ? { campaignId: campaignIds.slice(0, 5).map(numbered) } : {}),
        ...(between ? { replyTimeBetween: [between.from.toISOString(), between.to.toISOString()] } : {}),
      };
      const body = await ask(kind, {
        method: "POST",
        path: "/master-inbox/inbox-replies",
        query: withHistory ? { fetch_message_history: "true" } : {},
        body: { offset, limit: size, filters, sortBy: "REPLY_TIME_DESC" },
        signal,
      });
      // An account without replies has an empty list; nothing at all would end a reading that is not at its end.
      if (!hasRows(body)) throw new SmartleadFault("malformed");
      return pageOf(rowsIn(body), readLead, size);
    },
    async findLead({ kind, signal, leadMapId }) {
      const path = `/master-inbox/${encodeURIComponent(leadMapId)}`;
      const body = await found(ask(kind, { method: "GET", path, signal }));
      return onlyLead(rowsIn(body), leadMapId);
    },
    async readHistory({ kind, signal, campaignId, leadId, since }) {
      const path = `/campaigns/${encodeURIComponent(campaignId)}/leads/${encodeURIComponent(leadId)}/message-history`;
      const query: Record<string, string> = since ? { event_time_gt: since.toISOString() } : {};
      const page = wholePage(rowsIn(await ask(kind, { method: "GET", path, query, signal }), "history"), readMessage);
      return { ...page, rows: inOrderOfTime(page.rows) };
    },
    async findReplyStatus({ kind, signal, messageId }) {
      const query = { message_id: messageId.startsWith("<") ? messageId : `<${messageId}>` };
      const body = await found(ask(kind, { method: "GET", path: "/master-inbox/reply-status", query, signal }));
      return statusIn(rowsIn(body)[0], messageId);
    },
    async sendThread({ kind, signal, onTurn, ...call }) {
      return sendThread(call, {
        perform: (each) => perform({ ...each, signal }),
        takeTurn: () => budget.take(kind, signal),
        onTurn,
        now,
      });
    },
    async act({ kind, signal, action, payload, onTurn }) {
      await ask(kind, { ...actionCall(action, payload), signal }, onTurn);
    },
  };
}

const within = (limit: number, most: number): number => Math.min(Math.max(1, Math.trunc(limit)), most);
const numbered = (id: string): number | string => (/^\d{1,15}$/.test(id) ? Number(id) : id);

/** Broken rows count as rows: a page that holds one is not the last because of it. */
function pageOf<Row>(rows: unknown[], read: ReadRow<Row>, size: number): Page<Row> {
  return { ...readRows(rows, read), isLast: rows.length < size };
}

const wholePage = <Row>(rows: unknown[], read: ReadRow<Row>): Page<Row> => ({ ...readRows(rows, read), isLast: true });

async function found(asked: Promise<unknown>): Promise<unknown> {
  return asked.catch((error: unknown) => {
    if (error instanceof SmartleadFault && error.reason === "not_found") return undefined;
    throw error;
  });
}

/** @throws SmartleadFault `malformed` when there is one and it cannot be understood */
function onlyLead(rows: unknown[], leadMapId: string): RemoteLead | null {
  const page = readRows(rows, readLead);
  const lead = page.rows.find((each) => each.leadMapId === leadMapId) ?? null;
  if (!lead && page.broken[0]) throw new SmartleadFault("malformed", page.broken[0].reason);
  return lead;
}

function statusIn(row: unknown, messageId: string): { status: string; messageId: string } | null {
  const { status, message_id } = (row ?? {}) as { status?: unknown; message_id?: unknown };
  if (typeof status !== "string" || status.trim() === "") return null;
  const id = typeof message_id === "string" && message_id.trim() !== "" ? message_id : messageId;
  return { status: status.trim().toUpperCase(), messageId: id.trim().replace(/^<|>$/g, "") };
}

const hasRows = (body: unknown): boolean =>
  Array.isArray(body) || (typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data));
