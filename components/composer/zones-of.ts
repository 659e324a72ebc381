import { addressKey, parseAddressList } from "@/lib/domain/address";
import type { DraftContent } from "@/lib/domain/draft";
import type { ThreadView } from "@/lib/domain/thread-view";
import type { Zones } from "./schedule-picker-props";

/** The zone that is meant where nothing says whose. */
export const zoneMeant = ({ theirs, ours, isOurs }: Zones): string => (isOurs ? ours : (theirs ?? ours));

/** The other side's clock as far as it is more than a guess (the lead panel says how it is known), and the reader's own. */
export function zonesOf({ clock }: Pick<ThreadView, "clock">, viewer: { timeZone: string }): Zones {
  return { theirs: clock && clock.certainty !== "guess" ? clock.zone : null, ours: viewer.timeZone };
}

type Addressed = Pick<DraftContent, "kind" | "to" | "cc" | "bcc">;

/** Whether the lead's clock says anything about a draft: a forward goes to others, unless the lead is named. */
export function isForLead({ lead }: Pick<ThreadView, "lead">, { kind, to, cc, bcc }: Addressed): boolean {
  if (kind !== "forward") return true;
  const named = [...to, ...cc, ...bcc].flatMap((entry) => parseAddressList(entry).parties);
  return lead !== null && named.some(({ address }) => addressKey(address) === addressKey(lead.email));
}
