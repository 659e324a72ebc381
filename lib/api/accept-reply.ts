import { createHash } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import type { Context } from "@/lib/services/context";
import { beginRequest } from "@/lib/services/idempotency/begin-request";
import { abandonRequest, finishRequest } from "@/lib/services/idempotency/finish-request";
import type { KeptAnswer, RunningRequest } from "@/lib/services/idempotency/request";
import type { AcceptedReply, SendEmailThreadInput } from "@/lib/services/replies/schemas";
import { sendEmailThread } from "@/lib/services/replies/send-email-thread";
import type { ApiCall } from "./api-route";

/** Smartlead's own sentence: its clients look for it. */
const ACCEPTED = "Email added to the queue, will be sent out soon!";

/**
 * Accepts a reply of the API and answers in Smartlead's plain text, or in JSON when the caller accepts it.
 * With an `Idempotency-Key` a repeat is answered what the first request was, and does nothing.
 */
export async function acceptReply(context: Context, input: SendEmailThreadInput, call: ApiCall): Promise<Response> {
  const key = call.request.headers.get("idempotency-key");
  const accepted =
    key === null ? await sendEmailThread(context, input) : await acceptOnce(context, input, { ...call, key });
  return wantsJson(call.request)
    ? Response.json(jsonOf(accepted), { headers })
    : new Response(ACCEPTED, { headers: html });
}

const headers = { "cache-control": "no-store" };
const html = { ...headers, "content-type": "text/html; charset=utf-8" };

async function acceptOnce(context: Context, input: SendEmailThreadInput, call: ApiCall & { key: string }) {
  const { apiKeyId, key } = call;
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw new AppError("invalid", { reason: "idempotency_key" });
  const begun = await beginRequest(context.db, { apiKeyId, key, bodyHash: hashOf(call) }, context.now());
  if ("repeat" in begun) return repeated(begun.repeat);
  const { run } = begun;
  try {
    return await sendEmailThread(context, input, undefined, (tx, accepted) =>
      finishRequest(tx, run, { kind: "accepted", accepted }),
    );
  } catch (error) {
    await keepRefusal(context, run, error);
    throw error;
  }
}

/** A refusal is an answer and is kept; a failure of ours is none, and the request may be tried again. */
async function keepRefusal({ db }: Context, run: RunningRequest, error: unknown): Promise<void> {
  if (!(error instanceof AppError)) return abandonRequest(db, run);
  const { code, reason, fields } = error;
  // The key was taken over: its row is another request's now.
  if (code === "conflict") return;
  await finishRequest(db, run, { kind: "refused", code, reason, fields });
}

function repeated(answer: KeptAnswer): AcceptedReply {
  if (answer.kind === "accepted") return answer.accepted;
  const { code, reason, fields } = answer;
  throw new AppError(code, { fields, ...(reason === undefined ? {} : { reason }) });
}

/** What makes two requests the same: where they went, and every byte of the body. */
function hashOf({ request, text }: ApiCall): string {
  return createHash("sha256")
    .update(`${new URL(request.url).pathname}\n${text}`)
    .digest("base64url");
}

function wantsJson(request: Request): boolean {
  return /\bapplication\/json\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers.get("accept") ?? "");
}

/** Field by field, because a kept answer comes back from the database in another order. */
const jsonOf = ({ replyId, messageId, status, scheduledTime }: AcceptedReply) => ({
  success: true,
  message: ACCEPTED,
  replyId,
  messageId,
  status,
  scheduledTime,
});
