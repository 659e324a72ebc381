import { factsOf, type Fact } from "./facts";
import type { Told } from "./oracle/stories";

/** The simulation in one line: how much there was of all that the rules are about. */
export function figures({ stories, letters, facts }: Told): string {
  const count = <Kind extends Fact["kind"]>(kind: Kind) => factsOf(facts, kind).length;
  const ended = (status: string, reason?: string) =>
    stories.filter(({ row }) => row?.status === status && (reason === undefined || row.reason === reason)).length;
  const came = (what: string) => [...letters.values()].flat().filter((letter) => letter.what === what).length;
  const fates = factsOf(facts, "begun").map(({ fate }) => fate.kind);
  const fared = (kind: string) => fates.filter((each) => each === kind).length;
  const leads = new Set(stories.map(({ lead }) => lead.id));
  const zones = new Set(stories.map(({ lead }) => lead.timeZone));
  const days = new Set(facts.map(({ at }) => Math.floor(at / 86_400_000))).size;
  return [
    `${stories.length} replies and follow-ups in ${count("planned")} plans, ${leads.size} leads in ${zones.size} zones, ${days} days`,
    `${came("answer")} answers, ${came("bounce")} bounces, ${came("unsubscribe")} unsubscriptions, ${came("away")} out of office`,
    `${fared("killed")} processes killed while sending, ${fared("late")} late answers, ${fared("refused")} refusals, ${fared("lost")} lines lost`,
    `${count("standstill")} standstills, ${count("outage")} outages, ${count("person")} acts of people`,
    `${ended("sent")} left once, ${ended("cancelled", "lead_answered")} stopped by an answer, ` +
      `${ended("cancelled", "lead_away")} by an absence, ${ended("cancelled", "lead_bounced") + ended("cancelled", "lead_unsubscribed")} by a bounce or unsubscription, ${ended("cancelled", "by_person") + ended("cancelled", "undone")} by people`,
    `put off to ${longest(stories)}`,
  ].join("; ");
}

/** How long after its time a step left, in hours: the median of those that were put off at all, and the longest. */
function longest(stories: Told["stories"]): string {
  const hours = stories
    .flatMap(({ row, left }) => (row && left[0] !== undefined ? [(left[0] - row.dueAt.getTime()) / 3_600_000] : []))
    .filter((each) => each > 0.1)
    .toSorted((a, b) => a - b);
  return `${(hours[hours.length >> 1] ?? 0).toFixed(1)} h (median), ${(hours.at(-1) ?? 0).toFixed(1)} h (longest) by windows, caps and standstills`;
}
