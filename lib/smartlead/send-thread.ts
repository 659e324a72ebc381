import type { Clock } from "@/lib/core/clock";
import type { SmartleadEndpoint } from "@/lib/domain/smartlead";
import { asNumber } from "./action-call";
import { NoAnswer, type HttpAnswer } from "./http-call";
import { isHtmlDocument } from "./is-html-document";
import type { Perform, RemoteCall } from "./perform";
import { refusalOf, saysNo, shownAnswer } from "./read-answer";
import { isRecord, readJson } from "./read-json";
import { readLimits } from "./read-limits";
import { SmartleadFault, type RemoteReply, type RemoteSendResult } from "./smartlead-api";

type Wanted = { endpoint: SmartleadEndpoint | "auto"; found: SmartleadEndpoint | null; reply: RemoteReply };
type Means = { perform: Perform; takeTurn: () => Promise<void>; onTurn: (() => Promise<void>) | undefined; now: Clock };

/**
 * Gives a reply to Smartlead by endpoint A or B. With `auto` the one that was found before (else A) is tried first, and the other
 * one only where the first answers as an unknown path: then nothing has been taken. Never throws for what Smartlead does.
 */
export async function sendThread({ endpoint, found, reply }: Wanted, means: Means): Promise<RemoteSendResult> {
  const order: SmartleadEndpoint[] = endpoint !== "auto" ? [endpoint] : found === "b" ? ["b", "a"] : ["a", "b"];
  let result: RemoteSendResult = notCalled("network");
  for (const [at, each] of order.entries()) {
    const refusal = await means.takeTurn().then(() => null, noTurn);
    if (refusal) return refusal;
    if (at === 0) await means.onTurn?.();
    const answer = await means.perform(callOf(each, reply)).catch(noAnswer);
    if ("kind" in answer) return answer;
    result = resultOf(answer, each, means.now());
    if (!isUnknownPath(answer)) return result;
  }
  return result;
}

/** Nothing was sent: it may be tried again. */
const notCalled = (reason: SmartleadFault["reason"], retryAt: Date | null = null): RemoteSendResult => ({
  kind: "refused",
  temporary: true,
  reason,
  response: "",
  retryAt,
});

/** Whoever is told to stop while he waits, or to wait for longer than is waited for, has sent nothing. */
const noTurn = (error: unknown): RemoteSendResult =>
  error instanceof SmartleadFault ? notCalled(error.reason, error.retryAt) : notCalled("network");

function noAnswer(error: unknown): RemoteSendResult {
  if (!(error instanceof NoAnswer)) throw error;
  if (error.hasBegun) return { kind: "unknown", response: error.isTimeout ? "timeout" : "connection lost" };
  return notCalled(error.isTimeout ? "timeout" : "network");
}

function resultOf(answer: HttpAnswer, endpoint: SmartleadEndpoint, now: Date): RemoteSendResult {
  const response = shownAnswer(answer);
  const reason = refusalOf(answer);
  if (reason === null) return { kind: "accepted", endpoint, response };
  // Behind a gateway's error the reply may have been taken, unless the body says that it was not.
  if (reason === "server" && !saysNo(readJson(answer.text))) return { kind: "unknown", response };
  const temporary = reason === "limit" || reason === "auth";
  return { kind: "refused", temporary, reason, response, retryAt: readLimits(answer, now).blockedUntil ?? null };
}

/**
 * Whether nobody serves this path: a redirect, an HTML page with a 2xx, or a 404 or 405 that is not Smartlead's JSON about what
 * was asked for. A web framework's own "Not Found" says nothing about a campaign.
 */
export function isUnknownPath({ status, text }: HttpAnswer): boolean {
  if (status >= 300 && status < 400) return true;
  if (status >= 200 && status < 300) return isHtmlDocument(text);
  if (status !== 404 && status !== 405) return false;
  const body = readJson(text);
  if (!isRecord(body)) return true;
  if (saysNo(body)) return false;
  const said = [body.message, body.error].filter((each) => typeof each === "string");
  return said.every((each) => /^(?:not found|method not allowed|cannot (?:post|get) .*)$/i.test(each.trim()));
}

/**
 * A speaks camelCase with the campaign in the body, B snake_case with the campaign in the path. What a reply has none of is left
 * out: an empty text is a value that Smartlead's schemas may refuse.
 */
function callOf(endpoint: SmartleadEndpoint, reply: RemoteReply): RemoteCall {
  const fields = withoutEmpty({
    emailStatsId: reply.emailStatsId,
    emailBody: reply.emailBody,
    toEmail: reply.toEmail,
    toFirstName: reply.toFirstName,
    toLastName: reply.toLastName,
    scheduledTime: reply.scheduledTime,
    replyMessageId: reply.replyMessageId,
    replyEmailBody: reply.replyEmailBody,
    replyEmailTime: reply.replyEmailTime,
    cc: reply.cc.join(","),
    bcc: reply.bcc.join(","),
    scheduleCondition: reply.scheduleCondition,
    addSignature: reply.addSignature,
    seqType: reply.seqType,
    attachments: reply.attachments.length > 0 ? reply.attachments : undefined,
  });
  if (endpoint === "a")
    return {
      method: "POST",
      path: "/email-campaigns/send-email-thread",
      body: { campaignId: asNumber(reply.campaignId), ...fields },
    };
  const snake = Object.fromEntries(Object.entries(fields).map(([name, value]) => [snakeCase(name), value]));
  return {
    method: "POST",
    path: `/campaigns/${encodeURIComponent(reply.campaignId)}/reply-email-thread`,
    body: snake,
  };
}

const withoutEmpty = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
