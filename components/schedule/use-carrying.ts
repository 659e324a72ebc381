import { useState } from "react";
import { useStable } from "@/components/inbox/use-stable";
import { useViewer } from "@/components/inbox/viewer";
import { toast } from "@/components/ui/toast";
import type { Schedule, UnplannedThread } from "@/lib/domain/schedule-item";
import type { LaneKind } from "@/lib/url/schedule-address";
import { type Carried, type Carry, carryStore } from "./carry-store";
import { firstTimeOf, homeOf, instantOfItem, isLaneRefused, onDay, wherePut, zoneOfCarried } from "./carry-times";
import { isMovable } from "./item-state";
import { type Lane, NOBODY } from "./lanes-of";
import { useCarryKeys } from "./use-carry-keys";
import { useCarryWords } from "./use-carry-words";
import { useHandOver } from "./use-hand-over";
import { useMoves } from "./use-moves";
import type { Outside } from "./outside-at";

export type Asked = { carry: Carry; at: Date; outside: Outside };
export type Carrying = ReturnType<typeof useCarrying>;

export type CarryAround = {
  schedule: Schedule | undefined;
  by: LaneKind;
  lanes: Lane[];
  onPlan: (thread: UnplannedThread, at: Date, zone: string) => void;
  /** It was taken to an instant whose day may not be shown. */
  onShow: (at: Date) => void;
};

/**
 * Takes an item, or a thread without a next step, to another time: by a hand or by keys, each step seen and spoken. What a machine
 * would not choose is asked about first, and a lane that does not take it says why.
 */
export function useCarrying(around: CarryAround) {
  const { schedule, by, lanes, onShow } = around;
  const { viewer, now } = useViewer();
  const words = useCarryWords(schedule, lanes);
  const [said, say] = useState("");
  const ends = useEnds(around, words, say);
  const ours = viewer.timeZone;

  const pickUp = useStable((carried: Carried, hand: Carry["by"]) => {
    if (carried.item && !isMovable(carried.item)) return say(words.fixed());
    const home = homeOf(carried, by, viewer.id);
    const first = firstTimeOf(carried, ours, now);
    const carry: Carry = {
      ...carried,
      by: hand,
      home,
      over: home,
      from: carried.item ? instantOfItem(carried.item, ours).getTime() : null,
      at: hand === "keys" ? (first?.getTime() ?? null) : null,
    };
    carryStore.set(carry);
    if (hand === "pointer" || !first) return undefined;
    onShow(first);
    return say(words.pickedUp(carry));
  });
  const hover = useStable((over: string | null, at: Date | null) => {
    const carry = carryStore.get();
    if (carry) carryStore.set({ ...carry, over: over ?? carry.home, at: at?.getTime() ?? null });
  });
  const hoverDay = useStable((date: string | null) => {
    const carry = carryStore.get();
    if (carry) carryStore.set({ ...carry, at: date === null ? null : onDay(carry, date, ours) });
  });
  const putBack = useStable(() => {
    const isByKeys = carryStore.get()?.by === "keys";
    carryStore.set(null);
    if (isByKeys) say(words.putBack());
  });
  useCarryKeys({ by, lanes, words, say, onShow, onDrop: ends.drop, onPutBack: putBack });
  return { said, say, words, pickUp, hover, hoverDay, putBack, ...ends };
}

/** How a carry ends: at another time, in another lane, or where it was. */
function useEnds({ by, onPlan }: CarryAround, words: ReturnType<typeof useCarryWords>, say: (said: string) => void) {
  const { viewer } = useViewer();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { move } = useMoves();
  const handOver = useHandOver();

  const refuse = (why: string) => {
    say(why);
    toast(why, { tone: "warn" });
  };
  const commit = (carry: Carry, at: Date) => {
    const title = words.dropped(carry, at);
    say(title);
    if (carry.thread) onPlan(carry.thread, at, zoneOfCarried(carry, viewer.timeZone));
    else if (isMovable(carry.item)) void move(carry.item, at, title);
  };
  const toLane = (carry: Carry) => {
    if (isLaneRefused(carry, by)) return refuse(by === "mailboxes" ? words.laneRefusal(carry) : words.nobodyRefusal());
    const to = carry.over === NOBODY ? null : { id: carry.over, name: words.laneName(carry.over) };
    return void handOver(carry, to);
  };
  const settle = async (carry: Carry, at: Date) => {
    const outside = await words.judged(carry, at);
    if (outside) setAsked({ carry, at, outside });
    else commit(carry, at);
  };
  const drop = useStable(() => {
    const carry = carryStore.get();
    carryStore.set(null);
    if (!carry || carry.at === null) return undefined;
    const at = new Date(carry.at);
    if (carry.over !== carry.home) return toLane(carry);
    const where = wherePut(carry, at, new Date(), viewer.timeZone);
    if (where === "same") return say(words.unchanged());
    if (where === "past") return refuse(words.past());
    return void settle(carry, at);
  });
  const answer = (isMeant: boolean) => {
    setAsked(null);
    if (asked && isMeant) commit(asked.carry, asked.at);
    else say(words.putBack());
  };
  return { drop, asked, answer };
}
