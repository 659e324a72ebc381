import type { z } from "zod";
import { getActor } from "@/lib/auth/actor";
import { systemClock } from "@/lib/core/clock";
import { AppError, type ErrorCode, type FieldProblem } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import { log } from "@/lib/core/log";
import { database } from "@/lib/db/client";
import type { Context } from "@/lib/services/context";
import { isRetryable } from "@/lib/services/messages/storing-errors";

export type ActionError = {
  code: ErrorCode;
  reason?: string;
  fields?: FieldProblem[];
  retryAfterSeconds?: number;
};
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: ActionError };

/**
 * The edge of all server actions: reads the session, parses the input and calls one verb. It never throws for what a verb refuses;
 * what nobody foresaw is logged and answered with `unavailable`. Next checks Origin against Host before this runs.
 */
export function action<Schema extends z.ZodType, Data>(
  schema: Schema,
  verb: (context: Context, input: z.output<Schema>) => Promise<Data>,
) {
  return async (input: z.input<Schema>): Promise<ActionResult<Data>> => {
    try {
      const actor = await getActor();
      if (!actor) throw new AppError("unauthenticated");
      const parsed = schema.safeParse(input);
      if (!parsed.success) throw new AppError("invalid", { fields: fieldProblemsOf(parsed.error, input) });
      const context = { actor, db: database(), now: systemClock };
      return { ok: true, data: await again(() => verb(context, parsed.data)) };
    } catch (error) {
      return { ok: false, error: toActionError(error) };
    }
  };
}

/** Two who wait for each other are parted by the database: the one that was ended begins once more. */
async function again<Data>(run: () => Promise<Data>): Promise<Data> {
  try {
    return await run();
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return run();
  }
}

function toActionError(error: unknown): ActionError {
  if (!(error instanceof AppError)) {
    log.error({ err: error }, "action failed");
    return { code: "unavailable" };
  }
  const { code, reason, fields, retryAfterSeconds } = error;
  return {
    code,
    ...(reason ? { reason } : {}),
    ...(fields.length > 0 ? { fields } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}
