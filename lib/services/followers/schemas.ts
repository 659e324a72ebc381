import { z } from "zod";

const ThreadNumber = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** `on`: from now on, or no longer. */
export const FollowThreadInput = z.strictObject({ threadId: ThreadNumber, on: z.boolean() });
export type FollowThreadInput = z.infer<typeof FollowThreadInput>;

export const ListColleaguesInput = z.strictObject({ threadId: z.coerce.number().pipe(ThreadNumber) });
export type ListColleaguesInput = z.infer<typeof ListColleaguesInput>;
