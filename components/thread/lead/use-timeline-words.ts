import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";
import type { PersonView } from "@/lib/domain/person-view";
import { LEAD_FIELDS } from "@/lib/domain/lead-field";
import { shortNameOf } from "../people-words";

/** A line of the timeline in words: "Defne replied", "You: Meeting request", "Step 3 sent". */
export function useTimelineWords(entry: TimelineEntry): string {
  const t = useTranslations("thread.lead.timeline");
  const fields = useTranslations("thread.lead.field");
  const { viewer, words } = useViewer();
  const first = (name: string) => shortNameOf({ name, address: name });
  const who = (person: PersonView | null) =>
    person ? (person.id === viewer.id ? t("you") : first(person.name)) : null;
  const by = (person: PersonView | null, what: string) => {
    const name = who(person);
    return name ? t("by", { who: name, what }) : what;
  };
  switch (entry.kind) {
    case "answered":
    case "answered_automatically":
      return t(entry.kind, { who: first(entry.name) });
    case "bounced":
      return t("bounced", { recipient: entry.recipient });
    case "step_sent":
      return t("step_sent", { step: entry.step });
    case "sent":
      return entry.by ? t("sentBy", { who: who(entry.by)! }) : t("sent");
    case "categorised":
      return by(entry.by, entry.category ?? t("noCategory"));
    case "assigned":
      return by(entry.by, assigned(entry));
    case "attached":
      return by(entry.by, t("attached", { name: entry.lead ?? "" }));
    case "lead_changed":
      return by(entry.by, t("lead_changed", { fields: entry.fields.map(fieldName).join(", ") }));
    case "unsubscribed":
      return by(entry.by, t("unsubscribed"));
    case "follow_ups_moved":
      return t("follow_ups_moved", { day: words.weekday(entry.until) });
    case "planned":
      if (entry.chain) return by(entry.by, t("plannedStep", entry.chain));
      return by(entry.by, t(entry.onlyIfNoReply ? "plannedIfNoReply" : "planned"));
    case "unsent":
      return by(entry.by, unsent(entry));
    case "snooze":
    case "reminder":
      return by(entry.by, reminder(entry));
    case "noted":
      return by(entry.by, entry.text);
    case "task_added":
    case "task_done":
      return by(entry.by, t(entry.kind, { title: entry.title }));
    case "carried":
      return by(entry.by, carried(entry));
    case "done":
    case "reopened":
    case "important":
    case "unimportant":
      return by(entry.by, t(entry.kind));
  }

  function fieldName(name: string): string {
    const field = LEAD_FIELDS.find((known) => known === name);
    return field ? fields(field) : name.replace(/^custom:/, "");
  }

  function unsent({ chain, ...entry }: Extract<TimelineEntry, { kind: "unsent" }>): string {
    const what = unsentAlone(entry);
    return chain ? t("unsent.step", { what, ...chain }) : what;
  }

  function unsentAlone({
    state,
    reason,
  }: Pick<Extract<TimelineEntry, { kind: "unsent" }>, "state" | "reason">): string {
    if (state !== "cancelled") return t(`unsent.${state}`);
    const word = `unsent.why.${reason ?? "other"}` as "unsent.why.other";
    return t("unsent.cancelled", { why: t(t.has(word) ? word : "unsent.why.other") });
  }

  function reminder({
    kind,
    condition,
    hasEnd,
    note,
  }: Extract<TimelineEntry, { kind: "reminder" | "snooze" }>): string {
    const what = t(`back.${kind}.${hasEnd ? condition : "until_reply"}`);
    return note ? t("reminderOf", { what, note }) : what;
  }

  function carried({ what, state, reason, detail }: Extract<TimelineEntry, { kind: "carried" }>): string {
    const done = t(`carried.what.${what}`);
    if (state === "confirmed") return done;
    if (state === "pending") return t("carried.pending", { what: done });
    const word = `carried.why.${reason ?? "other"}` as "carried.why.other";
    const why = t(t.has(word) ? word : "carried.why.other");
    return t("carried.refused", { what: done, why: detail ? `${why} (${detail})` : why });
  }

  function assigned({ by: giver, assignee }: Extract<TimelineEntry, { kind: "assigned" }>): string {
    if (!assignee) return t("toNobody");
    return assignee.id === giver?.id ? t("taken") : t("assignedTo", { name: who(assignee)! });
  }
}
