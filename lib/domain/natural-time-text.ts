/** A pattern of whole words, whatever stands around them. */
export function word(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "u");
}

export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
