import { useEffect } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import type { LaneKind } from "@/lib/url/schedule-address";
import { type Carry, carryStore, useCarry } from "./carry-store";
import { daysLater, wherePut } from "./carry-times";
import type { Lane } from "./lanes-of";
import type { CarryWords } from "./use-carry-words";

type CarryKeys = {
  by: LaneKind;
  lanes: Lane[];
  words: CarryWords;
  say: (said: string) => void;
  onShow: (at: Date) => void;
  onDrop: () => void;
  onPutBack: () => void;
};

const QUARTER_MS = 15 * 60_000;
const ACROSS: Partial<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };
const DOWN: Partial<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * The keys of something that is carried: arrows a quarter of an hour or a lane, with Shift (or for what takes a whole day) a day; Enter drops it, Escape puts it
 * back. Letters mean nothing else meanwhile.
 */
export function useCarryKeys({ by, lanes, words, say, onShow, onDrop, onPutBack }: CarryKeys): void {
  const { viewer } = useViewer();
  const stepTo = (carry: Carry, at: number) => {
    if (wherePut(carry, new Date(at), new Date(), viewer.timeZone) === "past") return say(words.past());
    carryStore.set({ ...carry, at });
    onShow(new Date(at));
    return say(words.at(carry, at));
  };
  const stepLane = (carry: Carry, down: number) => {
    if (by === "mailboxes") return say(words.laneRefusal(carry));
    const place = lanes.findIndex(({ key }) => key === carry.over) + down;
    const over = lanes[Math.min(Math.max(place, 0), lanes.length - 1)]?.key ?? carry.over;
    carryStore.set({ ...carry, over });
    return say(words.overLane(over));
  };
  const step = useStable((key: string, isShift: boolean): boolean => {
    const carry = carryStore.get();
    if (carry?.by !== "keys" || carry.at === null) return false;
    const across = ACROSS[key];
    const down = DOWN[key];
    if (key === "Escape") onPutBack();
    else if (key === "Enter" || key === " ") onDrop();
    else if (across)
      stepTo(
        carry,
        isShift || carry.item?.isAllDay
          ? daysLater(carry, carry.at, across, viewer.timeZone)
          : carry.at + across * QUARTER_MS,
      );
    else if (down) stepLane(carry, down);
    else return key.length === 1;
    return true;
  });
  const isCarrying = useCarry((carry) => carry?.by === "keys");
  const putBack = useStable(onPutBack);
  useEffect(() => {
    if (!isCarrying) return undefined;
    // Heard on the whole page: what is carried to another week may no longer be drawn where it has the focus.
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !step(event.key, event.shiftKey)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", hear, { capture: true });
    document.addEventListener("pointerdown", putBack);
    return () => {
      document.removeEventListener("keydown", hear, { capture: true });
      document.removeEventListener("pointerdown", putBack);
    };
  }, [isCarrying, step, putBack]);
}
