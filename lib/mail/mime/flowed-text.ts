/**
 * The paragraphs of a `format=flowed` text (RFC 3676): a line that ends in a space goes on in the next one, unless that is quoted
 * more or less deeply, or is the line over a signature.
 * @param isDelSp the space at a line's end is no space of the text (`DelSp=yes`)
 */
export function unflowedText(text: string, isDelSp: boolean): string {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let depth = 0;
  const close = () => {
    if (pieces.length > 0) paragraphs.push(`${">".repeat(depth)}${depth > 0 ? " " : ""}${pieces.join("")}`);
    pieces = [];
  };
  for (const line of text.split(/\r?\n/u)) {
    const marks = /^>*/u.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(marks);
    const content = stuffed.startsWith(" ") ? stuffed.slice(1) : stuffed;
    const isSignature = content === "-- ";
    if (marks !== depth || isSignature) close();
    depth = marks;
    const isSoft = content.endsWith(" ") && !isSignature;
    pieces.push(isSoft && isDelSp ? content.slice(0, -1) : content);
    if (!isSoft) close();
  }
  close();
  return paragraphs.join("\n");
}
