/** Shorter words fit into a line of their own wherever they stand. */
const LONG = 16;

/** A text cut where a line may end within a long word: behind what parts addresses and names (@ . _ / -). */
export function breakParts(text: string): string[] {
  const words = text.split(/(?<=\s)(?=\S)/u);
  const parts: string[] = [];
  let open = "";
  for (const word of words) {
    const [first = "", ...rest] = word.length > LONG ? word.split(/(?<=[@._/-])(?=[^\s@._/-])/u) : [word];
    open += first;
    if (rest.length === 0) continue;
    parts.push(open, ...rest.slice(0, -1));
    open = rest.at(-1)!;
  }
  return open === "" && parts.length > 0 ? parts : [...parts, open];
}
