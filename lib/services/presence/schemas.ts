import { z } from "zod";
import { PRESENCES } from "@/lib/domain/presence";

/** `windowId`: a window of a browser, by its own choice. `state` null: it has left the thread. */
export const TellPresenceInput = z.strictObject({
  windowId: z.uuid(),
  threadId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  state: z.enum(PRESENCES).nullable(),
});
export type TellPresenceInput = z.infer<typeof TellPresenceInput>;
