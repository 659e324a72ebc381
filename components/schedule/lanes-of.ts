import type { MailboxLane, Schedule, ScheduleItem } from "@/lib/domain/schedule-item";
import type { PersonView } from "@/lib/domain/person-view";
import type { LaneKind } from "@/lib/url/schedule-address";

/** A row of the calendar: what leaves from a mailbox, or what is a person's. `person` null and `mailbox` null: nobody's. */
export type Lane = { key: string; mailbox: MailboxLane | null; person: PersonView | null; items: ScheduleItem[] };

const OF_MAILBOXES: readonly string[] = ["reply", "sent", "return"];
export const NOBODY = "nobody";

/** Lanes by mailbox, with one for each person's reminders and meetings below (the viewer's first); or by person, nobody's last. */
export function lanesOf(schedule: Schedule, by: LaneKind, viewer: PersonView): Lane[] {
  const people = [viewer, ...schedule.people.filter(({ id }) => id !== viewer.id)];
  if (by === "people") {
    const lanes = people.map((person) => personLane(person, itemsOf(schedule.items, person.id)));
    const nobodys = schedule.items.filter(({ person }) => !person || !people.some(({ id }) => id === person.id));
    return nobodys.length === 0 ? lanes : [...lanes, { key: NOBODY, mailbox: null, person: null, items: nobodys }];
  }
  const own = schedule.items.filter(({ kind }) => !OF_MAILBOXES.includes(kind));
  const mailboxes = schedule.mailboxes.map((mailbox) => ({
    key: mailbox.id,
    mailbox,
    person: null,
    items: schedule.items.filter(({ kind, mailboxId }) => mailboxId === mailbox.id && OF_MAILBOXES.includes(kind)),
  }));
  const persons = people
    .map((person) =>
      personLane(
        person,
        own.filter((item) => (item.person?.id ?? viewer.id) === person.id),
      ),
    )
    .filter(({ person, items }) => person?.id === viewer.id || items.length > 0);
  return [...mailboxes, ...persons];
}

/** The lane in which an item lies. */
export function laneOfItem(
  item: Pick<ScheduleItem, "kind" | "mailboxId" | "person">,
  by: LaneKind,
  viewerId: string,
): string {
  if (by === "mailboxes" && OF_MAILBOXES.includes(item.kind)) return item.mailboxId;
  return item.person?.id ?? (by === "people" ? NOBODY : viewerId);
}

const personLane = (person: PersonView, items: ScheduleItem[]): Lane => ({
  key: person.id,
  mailbox: null,
  person,
  items,
});

const itemsOf = (items: ScheduleItem[], personId: string) => items.filter(({ person }) => person?.id === personId);
