import { json, refuseBody, type FakeAnswer, type FakeCall, type FakeRoute, type Shape } from "./fake-call";
import { newMessageId, type FakeLead, type FakeState } from "./fake-state";

/** What was done to the account, in order; `path` as it was called. */
export type FakeAction = { method: string; path: string; body: Record<string, unknown>; at: Date };

type Action = {
  method: "POST" | "PATCH";
  path: RegExp;
  shape: Shape;
  apply: (lead: FakeLead | null, body: Record<string, unknown>, state: FakeState) => unknown;
};

const done = { ok: true, data: "success" };
const LEAD = "/campaigns/(\\d+)/leads/(\\d+)";

const ACTIONS: Action[] = [
  of(
    "PATCH",
    "/master-inbox/update-category",
    { email_lead_map_id: "number!", category_id: "number?" },
    (lead, body) => {
      lead!.categoryId = (body.category_id ?? null) as number | null;
    },
  ),
  of(
    "PATCH",
    "/master-inbox/change-read-status",
    { email_lead_map_id: "number!", read_status: "boolean!" },
    (lead, body) => {
      lead!.isUnread = body.read_status === false;
    },
  ),
  of(
    "PATCH",
    "/master-inbox/resume-lead",
    { campaign_id: "number!", email_lead_map_id: "number!", resume_delay_days: "number" },
    (lead) => void (lead!.status = "INPROGRESS"),
  ),
  of("PATCH", "/master-inbox/update-revenue", { email_lead_map_id: "number!", revenue: "any!" }, (lead, body) => {
    lead!.revenue = Number(body.revenue).toFixed(2);
  }),
  of("POST", "/master-inbox/create-note", { email_lead_map_id: "number!", note_message: "string!" }),
  of("POST", "/master-inbox/create-task", {
    email_lead_map_id: "number!",
    name: "string!",
    description: "string",
    priority: "string",
    due_date: "string",
  }),
  of("POST", "/master-inbox/set-reminder", {
    email_lead_map_id: "number!",
    email_stats_id: "string!",
    message: "string!",
    reminder_time: "string!",
  }),
  of(
    "POST",
    "/master-inbox/update-team-member",
    { email_lead_map_id: "number!", team_member_id: "number?" },
    (lead, body) => {
      lead!.teamMemberId = (body.team_member_id ?? null) as number | null;
    },
  ),
  of("POST", "/master-inbox/block-domains", { domains: "array!", source: "string" }, (_lead, body, state) => {
    state.blockedDomains.push(...(body.domains as string[]));
  }),
  of("POST", `${LEAD}/pause`, {}, (lead) => void (lead!.status = "PAUSED")),
  of("POST", `${LEAD}/resume`, { resume_lead_with_delay_days: "number" }, (lead) => void (lead!.status = "INPROGRESS")),
  of("POST", `${LEAD}/unsubscribe`, {}, (lead) => void (lead!.status = "STOPPED")),
  of("POST", `${LEAD}/category`, { category_id: "number?", pause_lead: "boolean" }, (lead, body) => {
    lead!.categoryId = (body.category_id ?? null) as number | null;
  }),
  of(
    "POST",
    "/campaigns/(\\d+)/forward-email",
    {
      message_id: "string!",
      stats_id: "string!",
      to_emails: "string!",
      forward_email_body: "string",
      forward_email_subject: "string",
    },
    (_lead, body) => ({ ok: true, messageId: newMessageId(String(body.stats_id), "x@acme.test"), status: "success" }),
  ),
];

function of(method: Action["method"], path: string, shape: Shape, apply: Action["apply"] = () => undefined): Action {
  return { method, path: new RegExp(`^${path}$`), shape, apply };
}

/** Everything that a person does to a lead; what is recorded has been carried out. */
export function actionRoutes({ state, actions }: { state: FakeState; actions: FakeAction[] }): FakeRoute {
  return (call) => {
    for (const action of ACTIONS) {
      const found = call.method === action.method ? action.path.exec(call.path) : null;
      if (found) return act(state, actions, call, action, found);
    }
    return null;
  };
}

function act(
  state: FakeState,
  actions: FakeAction[],
  call: FakeCall,
  { shape, apply }: Action,
  [, campaignId, leadId]: RegExpExecArray,
): FakeAnswer {
  const body = call.body ?? {};
  const refused = refuseBody(body, shape);
  if (refused) return refused;
  const namesLead = "email_lead_map_id" in shape || leadId !== undefined;
  const lead = leadId
    ? [...state.leads.values()].find((each) => each.leadId === leadId && String(each.campaign.id) === campaignId)
    : state.leads.get(String(body.email_lead_map_id));
  if (namesLead && !lead) return json(404, { error: "Lead not found" });
  const said = apply(lead ?? null, body, state);
  actions.push({ method: call.method, path: call.path, body, at: call.now });
  return json(200, typeof said === "object" && said !== null ? said : done);
}
