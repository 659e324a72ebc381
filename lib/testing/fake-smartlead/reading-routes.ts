import { badRequest, json, type FakeAnswer, type FakeCall, type FakeRoute } from "./fake-call";
import type { Switches } from "./fake-faults";
import type { FakeLead, FakeMessage, FakeState } from "./fake-state";

type Reading = { state: FakeState; switches: Switches };

/** Everything that is only read, with the envelopes of the real service: bare lists, `data`, `history`. */
export function readingRoutes({ state, switches }: Reading): FakeRoute {
  return (call) => {
    const { method, path } = call;
    const list = /^\/master-inbox\/(inbox-replies|unread-replies|sent|views)$/.exec(path)?.[1];
    if (method === "POST" && list !== undefined) return masterInbox(state, switches, call, list);
    if (method !== "GET") return null;
    if (/^\/campaigns\/?$/.test(path))
      return json(200, [...state.campaigns.map(campaignRow), ...state.brokenRows.campaigns]);
    if (/^\/email-accounts\/?$/.test(path)) return accounts(state, call);
    if (path === "/leads/fetch-categories") return json(200, state.categories);
    const mapId = /^\/master-inbox\/(\d+)$/.exec(path)?.[1];
    if (mapId !== undefined) {
      const lead = state.leads.get(mapId);
      return lead ? json(200, { ok: true, data: [rowOf(lead, switches, 0)] }) : missing(switches);
    }
    const history = /^\/campaigns\/(\d+)\/leads\/(\d+)\/message-history$/.exec(path);
    if (history) return messageHistory(state, switches, call, history[1]!, history[2]!);
    return null;
  };
}

function missing({ missing: kind }: Switches): FakeAnswer {
  if (kind === "404") return json(404, { error: "Lead not found" });
  return kind === "empty" ? { status: 200, type: "application/json", body: "" } : json(200, {});
}

const campaignRow = ({ id, name, status }: FakeState["campaigns"][number]) => ({
  id,
  user_id: 77,
  created_at: "2026-01-05T10:00:00.000Z",
  updated_at: "2026-01-06T10:00:00.000Z",
  status,
  name,
  track_settings: ["DONT_TRACK_EMAIL_OPEN"],
  scheduler_cron_value: { tz: "Europe/Berlin", days: [1, 2, 3, 4, 5], endHour: "18:00", startHour: "09:00" },
  min_time_btwn_emails: 10,
  parent_campaign_id: null,
  client_id: null,
});

function accounts({ accounts: list, brokenRows }: FakeState, { query }: FakeCall): FakeAnswer {
  const [offset, limit] = [Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 100)];
  if (limit < 1 || limit > 100) return badRequest('"limit" must be less than or equal to 100');
  const rows = [...list.map(accountRow), ...brokenRows.mailboxes];
  return json(200, rows.slice(offset, offset + limit));
}

/** With passwords, as the real ones have them. */
const accountRow = ({ id, from_name, from_email, signature }: FakeState["accounts"][number]) => ({
  id,
  from_name,
  from_email,
  username: from_email,
  password: "smtp-password-in-a-list",
  smtp_host: "smtp.acme.test",
  smtp_port: 465,
  imap_host: "imap.acme.test",
  imap_port: 993,
  imap_password: "imap-password-in-a-list",
  message_per_day: 40,
  type: "SMTP",
  signature,
  is_smtp_success: true,
  is_imap_success: true,
  warmup_details: null,
});

type Filters = { campaignId?: unknown; emailAccountId?: unknown; replyTimeBetween?: [string, string]; search?: string };

function masterInbox(state: FakeState, switches: Switches, { body, query, now }: FakeCall, list: string): FakeAnswer {
  const { offset = 0, limit = 20, filters = {}, sortBy, ...unknown } = (body ?? {}) as Record<string, unknown>;
  const stray = Object.keys(unknown)[0];
  if (stray !== undefined) return badRequest(`"${stray}" is not allowed`);
  if (typeof offset !== "number" || typeof limit !== "number" || limit < 1 || limit > 20)
    return badRequest('"limit" must be less than or equal to 20');
  if (sortBy !== undefined && sortBy !== "REPLY_TIME_DESC" && sortBy !== "SENT_TIME_DESC")
    return badRequest('"sortBy" must be one of [REPLY_TIME_DESC, SENT_TIME_DESC]');
  const refused = refuseFilters(filters as Filters);
  if (refused) return refused;
  const found = newestFirst(state).filter((lead) => matches(lead, filters as Filters, list));
  const withHistory = query.get("fetch_message_history") === "true";
  const rows = [...state.brokenRows.replies.map((row) => ({ row })), ...found].slice(offset, offset + limit);
  const data = rows.map((each, at) => {
    if ("row" in each) return each.row;
    const row = rowOf(each, switches, at);
    if (!withHistory) return row;
    return { ...row, email_history: shuffled(visible(each.history, switches, now), switches), ...each.overlay };
  });
  return json(200, { ok: true, data, offset, limit });
}

const isListOf = (value: unknown, most: number): boolean =>
  value === undefined || typeof value === "number" || (Array.isArray(value) && value.length <= most);

function refuseFilters({ campaignId, emailAccountId, replyTimeBetween }: Filters): FakeAnswer | null {
  if (!isListOf(campaignId, 5)) return badRequest('"filters.campaignId" must contain less than or equal to 5 items');
  if (!isListOf(emailAccountId, 20))
    return badRequest('"filters.emailAccountId" must contain less than or equal to 20 items');
  if (replyTimeBetween?.some((each) => Number.isNaN(Date.parse(each))))
    return badRequest('"filters.replyTimeBetween[0]" must be in ISO 8601 date format');
  return null;
}

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

function matches(lead: FakeLead, filters: Filters, list: string): boolean {
  if (list !== "sent" && list !== "views" && lead.lastReplyAt === null) return false;
  if (list === "unread-replies" && !lead.isUnread) return false;
  const [campaigns, accountIds] = [listed(filters.campaignId), listed(filters.emailAccountId)];
  if (campaigns.length > 0 && !campaigns.includes(String(lead.campaign.id))) return false;
  if (accountIds.length > 0 && !accountIds.includes(String(lead.account.id))) return false;
  const [from, to] = filters.replyTimeBetween?.map((each) => Date.parse(each)) ?? [];
  if (from !== undefined && (lead.lastReplyAt ?? 0) < from) return false;
  if (to !== undefined && (lead.lastReplyAt ?? 0) > to) return false;
  return filters.search === undefined || lead.email.includes(filters.search);
}

const newestFirst = ({ leads }: FakeState): FakeLead[] =>
  [...leads.values()].toSorted(
    (a, b) => (b.lastReplyAt ?? 0) - (a.lastReplyAt ?? 0) || Number(b.mapId) - Number(a.mapId),
  );

function rowOf(lead: FakeLead, { ids }: Switches, at: number): Record<string, unknown> {
  const isText = ids === "text" || (ids === "mixed" && at % 2 === 0);
  const id = (value: string | number) => (isText ? String(value) : Number(value));
  const sent = lead.history.findLast((each) => each.type === "SENT");
  return {
    lead_category_id: lead.categoryId,
    last_sent_time: sent?.time ?? null,
    last_reply_time: lead.lastReplyAt === null ? null : new Date(lead.lastReplyAt).toISOString(),
    has_new_unread_email: lead.isUnread,
    email_account_id: id(lead.account.id),
    revenue: lead.revenue,
    is_pushed_to_sub_sequence: false,
    lead_first_name: lead.firstName,
    lead_last_name: lead.lastName,
    lead_email: lead.email,
    email_lead_id: id(lead.leadId),
    email_lead_map_id: id(lead.mapId),
    lead_status: lead.status,
    current_sequence_number: "1",
    sub_sequence_id: null,
    old_replaced_lead_data: null,
    lead_next_timestamp_to_send: null,
    email_campaign_seq_id: null,
    is_important: false,
    is_archived: false,
    is_snoozed: false,
    team_member_id: lead.teamMemberId,
    is_ooo_automated_push_lead: null,
    email_campaign_id: id(lead.campaign.id),
    email_campaign_name: lead.campaign.name,
    client_id: null,
    belongs_to_sub_sequence: false,
    campaign_sending_schedule: { tz: "Europe/Berlin", days: [1, 2, 3, 4, 5], endHour: "18:00", startHour: "09:00" },
    sequence_count: "3",
    ...lead.overlay,
  };
}

function messageHistory(
  state: FakeState,
  switches: Switches,
  { query, now }: FakeCall,
  campaignId: string,
  leadId: string,
): FakeAnswer {
  const lead = [...state.leads.values()].find(
    (each) => each.leadId === leadId && String(each.campaign.id) === campaignId,
  );
  if (!lead) return missing(switches);
  const since = Date.parse(query.get("event_time_gt") ?? "");
  const history = visible(lead.history, switches, now).filter(
    (each) => Number.isNaN(since) || Date.parse(each.time) > since,
  );
  return json(200, { history: shuffled(history, switches), from: lead.account.from_email, to: lead.email });
}

const visible = (history: FakeMessage[], { historyLagMs }: Switches, now: Date): FakeMessage[] =>
  historyLagMs === 0 ? history : history.filter((each) => Date.parse(each.time) <= now.getTime() - historyLagMs);

/** In an order that is no order, and the same each time. */
function shuffled<T>(list: T[], { shufflesHistory }: Switches): T[] {
  if (!shufflesHistory) return list;
  return [...list.filter((_each, at) => at % 2 === 1), ...list.filter((_each, at) => at % 2 === 0).toReversed()];
}
