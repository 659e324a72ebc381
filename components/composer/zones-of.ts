import type { ThreadView } from "@/lib/domain/thread-view";
import type { Zones } from "./schedule-picker-props";

/** The other side's clock as far as it is more than a guess (the lead panel says how it is known), and the reader's own. */
export function zonesOf({ clock }: Pick<ThreadView, "clock">, viewer: { timeZone: string }): Zones {
  return { theirs: clock && clock.certainty !== "guess" ? clock.zone : null, ours: viewer.timeZone };
}
