import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { MailboxLane, Schedule } from "@/lib/domain/schedule-item";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { Carried, Carry } from "./carry-store";
import { titleOf } from "./item-state";
import type { Lane } from "./lanes-of";
import { useTimeWords } from "./use-time-words";
import { useCarriedHolidays } from "./use-carried-holidays";
import { judgedAt, type Outside, outsideAt as outsideOf } from "./outside-at";

export type CarryWords = ReturnType<typeof useCarryWords>;

/** What is said of something that is carried: where it is, on both clocks, and what speaks against it. */
export function useCarryWords(schedule: Schedule | undefined, lanes: Lane[]) {
  const t = useTranslations("schedule");
  const { viewer } = useViewer();
  const times = useTimeWords();
  const holidays = useCarriedHolidays();
  const shown = schedule?.holidays ?? [];

  /** The mailbox that it would leave from; what does not leave has none. */
  const mailboxOf = ({ item, thread }: Carried): MailboxLane | undefined => {
    if (item && item.kind !== "reply") return undefined;
    return schedule?.mailboxes.find(({ id }) => id === (item ?? thread).mailboxId);
  };
  const outsideAt = (carried: Carried, at: Date): Outside | null => {
    const { item, thread } = carried;
    if (item && item.kind !== "reply") return null;
    return outsideOf(at, mailboxOf(carried), item ?? thread, [...shown, ...holidays.known]);
  };
  const judged = async (carried: Carried, at: Date): Promise<Outside | null> => {
    const { item, thread } = carried;
    if (item && item.kind !== "reply") return null;
    const read = () => holidays.read(carried);
    return judgedAt(at, mailboxOf(carried), item ?? thread, { shown, read });
  };
  const outsideWords = (outside: Outside | null) =>
    outside ? t(`outside.${outside.why}`, { name: outside.why === "holiday" ? outside.name : "" }) : t("outside.none");
  const laneName = (key: string) => {
    const lane = lanes.find((each) => each.key === key);
    return lane?.mailbox?.address ?? lane?.person?.name ?? t("nobody");
  };
  const timeOf = ({ item, thread }: Carried, at: number) =>
    item?.isAllDay
      ? times.longDay(wallTimeOf(new Date(at), viewer.timeZone).date)
      : times.spoken(new Date(at), (item ?? thread).clock);
  const nameOf = ({ item, thread }: Carried) => (item ? titleOf(item) : thread.name);
  return {
    outsideAt,
    judged,
    outsideWords,
    timeOf,
    nameOf,
    pickedUp: (carry: Carry) =>
      t("carry.pickedUp", {
        name: nameOf(carry),
        time: carry.at === null ? "" : timeOf(carry, carry.at),
        lane: laneName(carry.home),
      }),
    at: (carry: Carry, at: number) =>
      t("carry.step", { time: timeOf(carry, at), where: outsideWords(outsideAt(carry, new Date(at))) }),
    overLane: (key: string) => t("carry.lane", { lane: laneName(key) }),
    /** A thread answers from its mailbox, and from no other. */
    laneRefusal: (carry: Carry) => t("refused.lane", { lane: laneName(carry.home) }),
    nobodyRefusal: () => t("refused.nobody"),
    laneName,
    past: () => t("refused.in_the_past"),
    fixed: () => t("carry.fixed"),
    unchanged: () => t("carry.unchanged"),
    putBack: () => t("carry.putBack"),
    dropped: (carried: Carried, at: Date) =>
      t("carry.dropped", { name: nameOf(carried), time: timeOf(carried, at.getTime()) }),
  };
}
