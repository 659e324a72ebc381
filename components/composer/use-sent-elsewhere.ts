import { useEffect, useEffectEvent } from "react";

/** Says once that the draft was sent from another window. */
export function useSentElsewhere(isSent: boolean, onSent: () => void) {
  const leave = useEffectEvent(onSent);
  useEffect(() => {
    if (isSent) leave();
  }, [isSent]);
}
