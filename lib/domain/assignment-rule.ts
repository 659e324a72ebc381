/** What a thread has to be for a rule to hold; an empty list asks for nothing. Languages are BCP 47 primary tags ("de"). */
export type AssignmentConditions = {
  campaignIds: string[];
  mailboxIds: string[];
  categoryIds: string[];
  languages: string[];
};

/** What rules ask of a thread. `language` is null where its newest message is too short to tell. */
export type AskedThread = {
  campaignId: string | null;
  mailboxId: string;
  categoryId: string | null;
  language: string | null;
};

/** Whether a rule holds for a thread. */
export function holdsFor(conditions: AssignmentConditions, thread: AskedThread): boolean {
  const { campaignIds, mailboxIds, categoryIds, languages } = conditions;
  return (
    admits(campaignIds, thread.campaignId) &&
    admits(mailboxIds, thread.mailboxId) &&
    admits(categoryIds, thread.categoryId) &&
    admits(languages, thread.language)
  );
}

const admits = (wanted: string[], value: string | null): boolean =>
  wanted.length === 0 || (value !== null && wanted.includes(value));

/** A person of a rule: `position` in its list, `lastTurn` the number of the rule's assignment that was theirs last (0: none). */
export type Turn = { memberId: string; position: number; lastTurn: number };

/**
 * Whose turn it is: who is present and was given one longest ago, the first in the list among those who never were. So between two
 * who are both present all the time the numbers never differ by more than one, whoever comes and goes beside them.
 * @returns null when nobody is present
 */
export function nextTurn<Person extends Turn>(people: Person[], isPresent: (person: Person) => boolean): Person | null {
  return inTurn(people).find(isPresent) ?? null;
}

/** The people of a rule in the order of their turns. */
export const inTurn = <Person extends Turn>(people: Person[]): Person[] =>
  people.toSorted((a, b) => a.lastTurn - b.lastTurn || a.position - b.position || (a.memberId < b.memberId ? -1 : 1));

/** The number that a rule's next assignment bears. */
export const nextNumber = (people: Turn[]): number => Math.max(0, ...people.map(({ lastTurn }) => lastTurn)) + 1;
