import type { CsvCell } from "../csv-line";
import type { Insights, NamedGroup } from "./insight-blocks";
import { namesakesIn } from "./namesakes-in";
import type { TimeFigure } from "./time-figure";

/** One line a figure: what it is about, what it says, and what it said in the span before. Times are in minutes. */
export const TABLE_HEAD = ["block", "group", "name", "figure", "value", "before"] as const;

type Line = [block: string, group: string, name: string, figure: string, value: number | null, before: number | null];
/** `people` is missing for who may not see them. */
type Given = Omit<Insights, "people"> & Partial<Pick<Insights, "people">>;

/** All figures as lines of one table. */
export function insightTable(given: Given): CsvCell[][] {
  return [
    [...TABLE_HEAD],
    ...timeLines("answers", given.answers),
    ...given.answers.days.flatMap(({ day, figure, beforeMs }) => dayLines(day, figure, beforeMs)),
    ["waiting", "all", "", "threads", given.waiting.count, null],
    ["waiting", "all", "", "owed", given.waiting.owed, null],
    ...replyLines(given.replies),
    ...bounceLines(given.bounces),
    ...given.hours.cells.flatMap(({ weekday, hour, count, positive }): Line[] => [
      ["hours", "weekday-hour", `${weekday} ${String(hour).padStart(2, "0")}:00`, "replies", count, null],
      ["hours", "weekday-hour", `${weekday} ${String(hour).padStart(2, "0")}:00`, "positive", positive, null],
    ]),
    ...categoryLines(given.categories),
    ["follow-ups", "all", "", "kept", given.followUps.now.kept, given.followUps.before.kept],
    ["follow-ups", "all", "", "missed", given.followUps.now.missed, given.followUps.before.missed],
    ...timeLines("approvals", given.approvals),
    ...given.templates.templates.flatMap(({ name, used, replied }): Line[] => [
      ["templates", "template", name, "used", used, null],
      ["templates", "template", name, "replied", replied, null],
    ]),
    ...(given.people ? peopleLines(given.people) : []),
  ];
}

const minutes = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 600) / 100);

const timeLines = (block: string, { now, before }: { now: TimeFigure; before: TimeFigure }): Line[] => [
  [block, "all", "", "count", now.count, before.count],
  [block, "all", "", "median", minutes(now.medianMs), minutes(before.medianMs)],
  [block, "all", "", "p90", minutes(now.p90Ms), minutes(before.p90Ms)],
];

const dayLines = (day: string, { count, medianMs, p90Ms }: TimeFigure, beforeMs: number | null): Line[] => [
  ["answers", "day", day, "count", count, null],
  ["answers", "day", day, "median", minutes(medianMs), minutes(beforeMs)],
  ["answers", "day", day, "p90", minutes(p90Ms), null],
];

const replyLines = ({ now, before, campaigns, mailboxes }: Insights["replies"]): Line[] => [
  ["replies", "all", "", "replies", now.replies, before.replies],
  ["replies", "all", "", "positive", now.positive, before.positive],
  ...groupsOf(campaigns, mailboxes).flatMap(({ group, name, replies, positive }): Line[] => [
    ["replies", group, name, "replies", replies, null],
    ["replies", group, name, "positive", positive, null],
  ]),
];

const bounceLines = ({ now, before, campaigns, mailboxes }: Insights["bounces"]): Line[] => [
  ["bounces", "all", "", "bounces", now.bounces, before.bounces],
  ["bounces", "all", "", "sent", now.sent, before.sent],
  ...groupsOf(campaigns, mailboxes).flatMap(({ group, name, bounces, sent }): Line[] => [
    ["bounces", group, name, "bounces", bounces, null],
    ["bounces", group, name, "sent", sent, null],
  ]),
];

function groupsOf<Row extends NamedGroup>(campaigns: Row[], mailboxes: Row[]) {
  const isNamesake = namesakesIn(campaigns);
  const nameOf = (row: Row) => {
    const apart = row.direct ?? (isNamesake(row) ? row.number : undefined);
    return apart === undefined ? row.name : `${row.name}, ${apart}`;
  };
  return [
    ...campaigns.map((row) => ({ ...row, group: "campaign", name: nameOf(row) })),
    ...mailboxes.map((row) => ({ ...row, group: "mailbox" })),
  ];
}

function categoryLines({ categories, weeks }: Insights["categories"]): Line[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  return weeks.flatMap(({ day, counts }) =>
    counts.map(({ categoryId, count }): Line => [
      "categories",
      `week ${day}`,
      names.get(categoryId ?? "") ?? "",
      "threads",
      count,
      null,
    ]),
  );
}

const peopleLines = ({ people }: Insights["people"]): Line[] =>
  people.flatMap(({ person, answers, replies, unanswered, followUps }) => {
    const line = (figure: string, value: number | null): Line => [
      "people",
      "person",
      person?.name ?? "",
      figure,
      value,
      null,
    ];
    return [
      line("answered", answers.count),
      line("median", minutes(answers.medianMs)),
      line("p90", minutes(answers.p90Ms)),
      line("replies", replies.replies),
      line("positive", replies.positive),
      line("unanswered", unanswered),
      line("kept", followUps.kept),
      line("missed", followUps.missed),
    ];
  });
