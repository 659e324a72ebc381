/**
 * The messages of an mbox, byte for byte but for its own marks: the "From " line over each, and one `>` of lines that it had to
 * mark (">From "). The first line starts a message, and then each behind a blank line that bears a time and a year.
 */
export async function* splitMbox(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let lines: Buffer[] | null = null;
  let joined: Buffer[] = [];
  let isBlankBefore = true;
  for await (const line of linesOf(chunks)) {
    const start = line.toString("latin1", 0, 200);
    if (isBlankBefore && (lines === null ? start.startsWith("From ") : SEPARATOR.test(start))) {
      if (lines) yield messageOf([...joined, ...lines]);
      [joined, lines] = [[], []];
    } else if (lines) {
      if (lines.length === MOST_LINES) [joined, lines] = [[...joined, Buffer.concat(lines)], []];
      lines.push(/^>+From /u.test(start) ? line.subarray(1) : line);
    }
    isBlankBefore = /^\r?\n?$/u.test(start);
  }
  if (lines) yield messageOf([...joined, ...lines]);
}

/** So many lines are joined, since each costs a hundred bytes besides its own. */
const MOST_LINES = 4_096;

const SEPARATOR = /^From .*\d\d?:\d\d.*\d{4}/u;

/** The blank line before the next message is the file's, not the message's. */
function messageOf(lines: Buffer[]): Buffer {
  const isBlank = /^\r?\n$/u.test(lines.at(-1)?.toString("latin1", 0, 3) ?? "");
  return Buffer.concat(isBlank && lines.length > 1 ? lines.slice(0, -1) : lines);
}

/** Each with its line end. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const rest = chunk.subarray(from, end + 1);
      yield begun.length > 0 ? Buffer.concat([...begun, rest]) : rest;
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
