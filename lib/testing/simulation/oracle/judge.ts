import { iso, type Complaint } from "./complaint";
import { notAfterNews } from "./not-after-news";
import { notLateUnasked } from "./not-late-unasked";
import { onceAndNoneLost } from "./once-and-none-lost";
import type { Story, Told } from "./stories";
import { waitsKept } from "./waits-kept";
import { withinLimits } from "./within-limits";

const MOST_TOLD = 8;

/** How often what should not have been was, by rule, and the story of the first few steps; empty when all was well. */
export function judge(told: Told): string[] {
  const complaints = [notAfterNews, withinLimits, notLateUnasked, onceAndNoneLost, waitsKept].flatMap((rule) =>
    rule(told),
  );
  const counts = new Map<string, number>();
  for (const { rule } of complaints) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [
    ...[...counts].map(([rule, count]) => `${rule}: ${count}`),
    ...complaints.slice(0, MOST_TOLD).map((complaint) => written(complaint, told)),
  ];
}

function written({ rule, step, detail }: Complaint, told: Told): string {
  return [`${rule}: ${detail}`, ...storyOf(step, told).map((line) => `    ${line}`)].join("\n");
}

/** All that concerns a step's chain and lead, in order of time. */
function storyOf(step: Story, { facts }: Told): string[] {
  const { chain, lead, mailbox } = step;
  const ids = new Map(
    chain.steps.flatMap(({ replyId, messageId }, index) => [
      [replyId, index + 1],
      [messageId, index + 1],
    ]),
  );
  const lines = facts.flatMap((fact) => {
    if (fact === chain) return [`${iso(fact.at)} planned ${chain.steps.length} steps, away: ${chain.awayRule}`];
    const number =
      "replyId" in fact ? ids.get(fact.replyId) : "messageId" in fact ? ids.get(fact.messageId) : undefined;
    const what = fact.kind === "person" ? fact.act : fact.kind === "begun" ? `begun (${fact.fate.kind})` : fact.kind;
    if (number !== undefined) return [`${iso(fact.at)} step ${number} ${what}`];
    if ("letter" in fact && fact.letter.leadId === lead.id) return [`${iso(fact.at)} ${fact.letter.what} ${what}`];
    return fact.kind === "standstill" ? [`${iso(fact.at)} standstill until ${iso(fact.until)}`] : [];
  });
  return [
    `step ${step.index + 1} of ${lead.email} (${lead.timeZone}) from ${mailbox.address} (${mailbox.timeZone})`,
    ...lines,
  ];
}
