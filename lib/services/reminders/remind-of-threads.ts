import type { ReminderOutcome } from "@/lib/domain/reminder";
import type { Context } from "../context";
import type { RemindOfThreadsInput } from "./schemas";
import { wantBack } from "./want-back";

/**
 * Brings threads before the actor again at a time, unless somebody answers before, or when somebody does; until then they stay
 * where they are.
 * @throws AppError `invalid` for a time that is over
 */
export const remindOfThreads = (ctx: Context, input: RemindOfThreadsInput): Promise<ReminderOutcome> =>
  wantBack(ctx, "reminder", input);
