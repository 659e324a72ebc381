/** An answer with the ids that were asked for replaced by what they are, so that two answers can be compared. */
export function withoutIds(answer: unknown, thing: Readonly<Record<string, string | number>>): string {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  return Object.entries(thing).reduce(
    (said, [name, id]) => said.replaceAll(new RegExp(`(?<![\\w-])${String(id)}(?![\\w-])`, "g"), name),
    text,
  );
}
