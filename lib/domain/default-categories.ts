/** The nine categories a workspace starts with, named as Smartlead names them. */
export const DEFAULT_CATEGORIES = [
  { name: "Interested", kind: "interested", sentiment: "positive" },
  { name: "Meeting Request", kind: "meeting", sentiment: "positive" },
  { name: "Not Interested", kind: "not", sentiment: "negative" },
  { name: "Do Not Contact", kind: "dnc", sentiment: "negative" },
  { name: "Information Request", kind: "info", sentiment: "neutral" },
  { name: "Out Of Office", kind: "ooo", sentiment: "neutral" },
  { name: "Wrong Person", kind: "wrong", sentiment: "neutral" },
  { name: "Uncategorizable by Ai", kind: "none", sentiment: "neutral" },
  { name: "Sender Originated Bounce", kind: "bounce", sentiment: "negative" },
] as const;

export type CategoryKind = (typeof DEFAULT_CATEGORIES)[number]["kind"];
export const CATEGORY_KINDS = DEFAULT_CATEGORIES.map(({ kind }) => kind);
export const CATEGORY_SENTIMENTS = ["positive", "neutral", "negative"] as const;
