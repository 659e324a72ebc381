import type { ReminderOutcome } from "@/lib/domain/reminder";
import type { Context } from "../context";
import type { SnoozeThreadsInput } from "./schemas";
import { wantBack } from "./want-back";

/**
 * Takes threads out of the actor's own lists until a time (`always`), until then unless somebody answers (`if_no_reply`), or until
 * somebody answers (`until_reply`, `until` null or a time at the latest). Whatever was asked for, an answer brings a thread back.
 * @throws AppError `invalid` for a time that is over
 */
export const snoozeThreads = (ctx: Context, input: SnoozeThreadsInput): Promise<ReminderOutcome> =>
  wantBack(ctx, "snooze", { ...input, note: "" });
