type Texts = { [key: string]: unknown };

/** Both catalogues in one: where both have a part of the same namespace, what either has of it. The second goes first on a text of both. */
export function mergeMessages(known: Texts, more: Texts): Texts {
  const all = { ...known };
  for (const [key, texts] of Object.entries(more)) {
    const former = all[key];
    all[key] = isNamespace(former) && isNamespace(texts) ? mergeMessages(former, texts) : texts;
  }
  return all;
}

/** A text that was made ready ahead is an array. */
const isNamespace = (texts: unknown): texts is Texts =>
  typeof texts === "object" && texts !== null && !Array.isArray(texts);
