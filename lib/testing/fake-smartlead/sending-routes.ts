import { badRequest, json, refuseBody, type FakeAnswer, type FakeCall, type FakeRoute, type Shape } from "./fake-call";
import { HTML_PAGE, type PathAnswer, type SuccessAnswer, type Switches } from "./fake-faults";
import {
  newMessageId,
  type FakeAttachment,
  type FakeLead,
  type FakeMessage,
  type FakeReply,
  type FakeState,
} from "./fake-state";

const ACCEPTED = "Email added to the queue, will be sent out soon!";

const A: Shape = {
  campaignId: "number!",
  emailStatsId: "string!",
  emailBody: "string",
  id: "number",
  toEmail: "string",
  toFirstName: "string",
  toLastName: "string",
  scheduledTime: "string",
  replyMessageId: "string",
  replyEmailBody: "string",
  replyEmailTime: "string",
  cc: "string",
  bcc: "string",
  scheduleCondition: "string",
  addSignature: "boolean",
  seqType: "string",
  attachments: "array",
};
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const { campaignId: _inPath, id: _unknown, ...REST } = A;
const B: Shape = Object.fromEntries(Object.entries(REST).map(([name, rule]) => [snake(name), rule]));

type Sending = { state: FakeState; switches: Switches; onReply: (reply: FakeReply) => void };

/** The two endpoints that take a reply, and what tells how it went. */
export function sendingRoutes({ state, switches, onReply }: Sending): FakeRoute {
  return (call) => {
    const inPath = /^\/campaigns\/([^/]+)\/reply-email-thread$/.exec(call.path)?.[1];
    const isA = call.path === "/email-campaigns/send-email-thread";
    if (call.method === "POST" && (isA || inPath !== undefined)) {
      const endpoint = isA ? "a" : "b";
      const away = pathAnswer(switches[endpoint]);
      if (away) return away;
      const result = takeReply(state, call, endpoint, inPath);
      if ("status" in result && "messageId" in result) {
        state.replies.push(result);
        onReply(result);
        return success(switches.success);
      }
      return result as FakeAnswer;
    }
    if (call.method === "GET" && call.path === "/master-inbox/reply-status") return replyStatus(state, call);
    return null;
  };
}

/** How a path that is not there is answered. */
export function pathAnswer(kind: PathAnswer): FakeAnswer | null {
  switch (kind) {
    case "on":
      return null;
    case "html_page":
      return { status: 200, type: "text/html; charset=utf-8", body: HTML_PAGE };
    case "html_404":
      return { status: 404, type: "text/html; charset=utf-8", body: HTML_PAGE };
    case "text_405":
      return { status: 405, type: "text/plain", body: "Method Not Allowed" };
    case "json_404":
      return json(404, { statusCode: 404, error: "Not Found", message: "Not Found" });
    case "redirect":
      return { status: 302, type: "text/html", headers: { location: "https://app.smartlead.test/login" }, body: "" };
  }
}

function success(kind: SuccessAnswer): FakeAnswer {
  if (kind === "success_json") return json(200, { success: true, message: "Reply sent successfully" });
  if (kind === "ok_json") return json(200, { ok: true, data: "success" });
  return { status: 200, type: "text/html; charset=utf-8", body: kind === "empty" ? "" : ACCEPTED };
}

function takeReply(state: FakeState, call: FakeCall, endpoint: "a" | "b", inPath?: string): FakeReply | FakeAnswer {
  const { body } = call;
  const get = (name: string) => body?.[endpoint === "a" ? name : snake(name)];
  const text = (name: string) => (typeof get(name) === "string" ? (get(name) as string) : undefined);
  const refused = refuseBody(body, endpoint === "a" ? A : B) ?? refuseFields(get, endpoint);
  if (refused) return refused;
  const campaignId = endpoint === "a" ? get("campaignId") : Number(inPath);
  const campaign = state.campaigns.find((each) => each.id === campaignId);
  if (!campaign) return json(404, { error: "Campaign not found - Invalid campaign_id." });
  const lead = state.byStatsId.get(text("emailStatsId")!);
  if (!lead || lead.campaign !== campaign)
    return json(404, { error: "Email statistics not found for provided email_stats_id" });
  const scheduledTime = text("scheduledTime") ?? null;
  const message = messageOf(lead, call.now, text, (get("attachments") ?? []) as FakeAttachment[]);
  const reply: FakeReply = {
    endpoint,
    body: body!,
    lead,
    messageId: message.message_id,
    statsId: message.stats_id,
    at: call.now,
    scheduledTime,
    status: scheduledTime !== null && Date.parse(scheduledTime) > call.now.getTime() ? "SCHEDULED" : "COMPLETED",
    message,
    files: [],
  };
  if (reply.status === "COMPLETED") lead.history.push(message);
  return reply;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** What the types alone do not tell. */
function refuseFields(get: (name: string) => unknown, endpoint: "a" | "b"): FakeAnswer | null {
  const nameOf = (name: string) => (endpoint === "a" ? name : snake(name));
  const body = get("emailBody");
  if (typeof body !== "string" || body.replace(/<[^>]*>/g, "").trim() === "")
    return json(422, { error: "email_body is required" });
  for (const name of ["toEmail", "cc", "bcc"])
    for (const each of textOf(get(name)).split(","))
      if (
        get(name) !== undefined &&
        !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(each.replace(/^.*<(.*)>\s*$/, "$1").trim())
      )
        return badRequest(`"${nameOf(name)}" must be a valid email`);
  const time = get("scheduledTime");
  if (time !== undefined && Number.isNaN(Date.parse(textOf(time))))
    return badRequest(`"${nameOf("scheduledTime")}" must be in ISO 8601 date format`);
  for (const file of (get("attachments") ?? []) as Record<string, unknown>[]) {
    const wrong = refuseBody(file, {
      file_url: "string!",
      file_name: "string",
      file_type: "string",
      file_size: "number",
    });
    if (wrong) return wrong;
  }
  return null;
}

function messageOf(
  lead: FakeLead,
  now: Date,
  text: (name: string) => string | undefined,
  attachments: FakeAttachment[],
): FakeMessage {
  const statsId = text("emailStatsId")!;
  const subject = lead.history.find((each) => each.subject)?.subject ?? "";
  const [cc, bcc] = [text("cc"), text("bcc")];
  return {
    type: "SENT",
    stats_id: statsId,
    message_id: newMessageId(statsId, lead.account.from_email),
    from: lead.account.from_email,
    to: text("toEmail") ?? lead.email,
    ...(cc === undefined ? {} : { cc }),
    ...(bcc === undefined ? {} : { bcc }),
    time: now.toISOString(),
    subject: `Re: ${subject.replace(/^re: /i, "")}`,
    email_body: text("emailBody")!,
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

function replyStatus(state: FakeState, call: FakeCall): FakeAnswer {
  const id = call.query.get("message_id") ?? "";
  if (id === "") return badRequest('"message_id" is required');
  const reply = state.replies.find((each) => each.messageId === id || each.messageId === `<${id}>`);
  if (!reply) return json(404, { ok: false, error: "No reply found for the given message_id" });
  return json(200, {
    ok: true,
    data: {
      message_id: reply.messageId,
      status: reply.status,
      status_message: reply.status === "COMPLETED" ? "Email sent successfully" : "Email is scheduled",
      event_time: reply.at.toISOString(),
      scheduled_time: reply.scheduledTime,
      email_stats_id: reply.statsId,
    },
  });
}

/** Sends what was scheduled and is due. */
export function sendDue(state: FakeState, now: Date): FakeReply[] {
  const due = state.replies.filter(
    (each) => each.status === "SCHEDULED" && Date.parse(each.scheduledTime!) <= now.getTime(),
  );
  for (const reply of due) {
    reply.status = "COMPLETED";
    reply.message.time = now.toISOString();
    reply.lead.history.push(reply.message);
  }
  return due;
}
