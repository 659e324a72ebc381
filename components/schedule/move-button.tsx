import { useTranslations } from "next-intl";
import { SchedulePopover } from "@/components/composer/schedule-popover";
import { useViewer } from "@/components/inbox/viewer";
import { Button } from "@/components/ui/button";
import type { MovableKind, ScheduleItem } from "@/lib/domain/schedule-item";
import { theirZone, zoneOfItem } from "./item-state";
import { useMoves } from "./use-moves";
import { useTimeWords } from "./use-time-words";

/** Another time for an item that waits for somebody, chosen where all times are: in words, from presets, by day. */
export function MoveButton({ item }: { item: ScheduleItem & { kind: MovableKind } }) {
  const t = useTranslations("schedule");
  const composer = useTranslations("composer");
  const { viewer, now } = useViewer();
  const times = useTimeWords();
  const { move } = useMoves();
  const isReply = item.kind === "reply";
  return (
    <SchedulePopover
      trigger={
        <Button variant="link" size="sm">
          {composer("reply.action.move")}
        </Button>
      }
      disabled={false}
      zones={{ theirs: theirZone(item.clock), ours: viewer.timeZone }}
      now={now}
      about={isReply ? { threadId: item.threadId, mailboxId: item.mailboxId } : null}
      chosen={{ time: item.at, zone: zoneOfItem(item, viewer.timeZone) }}
      onlyIfNoReply={null}
      confirmLabel={composer("schedule.move")}
      onChoose={({ time }) => {
        const at = new Date(time);
        void move(item, at, t("carry.dropped", { name: item.name, time: times.spoken(at, item.clock) }));
      }}
    />
  );
}
