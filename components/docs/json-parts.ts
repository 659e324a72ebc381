export type JsonPart = { kind: "key" | "string" | "literal" | "mark"; text: string };

/** Written JSON in the parts that are drawn in different tones. Joined, they are the text again. */
export function jsonParts(text: string): JsonPart[] {
  return [...text.matchAll(PARTS)].map(([part, key, string, literal]) => ({
    kind: key ? "key" : string ? "string" : literal ? "literal" : "mark",
    text: part,
  }));
}

const PARTS = /("(?:[^"\\]|\\.)*"(?=\s*:))|("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null)|[^"\dtfn-]+|./g;
