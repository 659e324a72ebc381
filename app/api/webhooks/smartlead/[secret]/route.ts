import { readCapped } from "@/lib/api/read-json";
import { systemClock } from "@/lib/core/clock";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { database } from "@/lib/db/client";
import { knowsWebhook } from "@/lib/services/smartlead/knows-webhook";
import { receiveWebhook } from "@/lib/services/smartlead/receive-webhook";

export const dynamic = "force-dynamic";

/** A message in both forms, and what was sent before it. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const STATUSES = { stored: 200, repeated: 200, unreadable: 200, unknown: 404 } as const;

/** Where Smartlead tells that something has happened. Answered at once: all that is done with it is a job's. */
export async function POST(request: Request, { params }: { params: Promise<{ secret: string }> }): Promise<Response> {
  const { secret } = await params;
  try {
    // Whoever knows no secret is not listened to.
    if (!(await knowsWebhook(database(), secret))) return answer(404);
    const body = Buffer.from(await readCapped(request.body, MAX_BODY_BYTES));
    const signature = request.headers.get("x-smartlead-signature");
    const requestId = request.headers.get("x-request-id");
    const outcome = await receiveWebhook({ db: database(), now: systemClock }, { secret, body, signature, requestId });
    return answer(STATUSES[outcome]);
  } catch (error) {
    if (error instanceof AppError && error.code === "too_large") return answer(413);
    log.error({ err: error }, "a webhook of Smartlead's could not be stored");
    // It is delivered again.
    return answer(503);
  }
}

const answer = (status: number): Response =>
  Response.json({ ok: status === 200 }, { status, headers: { "cache-control": "no-store" } });
