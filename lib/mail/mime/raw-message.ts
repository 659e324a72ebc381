/**
 * The source made readable for a strict parser: a mailbox file's "From " line and leading blank lines are cut off, and
 * a header block or an undeclared text in an 8-bit charset becomes UTF-8 (Windows-1252 is what such programs meant).
 */
export function readableSource(raw: Buffer): Buffer {
  const source = withoutPrelude(raw);
  const end = headerEnd(source);
  const head = source.subarray(0, end);
  const body = source.subarray(end);
  const isUndeclared =
    !/charset\s*=|^content-type:\s*multipart|^content-transfer-encoding:\s*(?:base64|quoted)/imu.test(
      head.toString("latin1"),
    );
  return Buffer.concat([asUtf8(head), isUndeclared ? asUtf8(body) : body]);
}

/** The source up to so many lines; itself when it has no more. */
export function firstLines(source: Buffer, count: number): Buffer {
  if (source.length <= count) return source;
  let end = -1;
  for (let lines = 0; lines < count; lines++) {
    end = source.indexOf(10, end + 1);
    if (end < 0) return source;
  }
  return source.subarray(0, end + 1);
}

/** Where the header block ends: behind its blank line, or at the end of the source. */
export function headerEnd(source: Buffer): number {
  const ends = [
    ["\r\n\r\n", 4],
    ["\n\n", 2],
  ] as const;
  const found = ends
    .map(([mark, length]) => ({ at: source.indexOf(mark), length }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  return found ? found.at + found.length : source.length;
}

/** Headers read line by line without any parser, for sources that no parser takes. Names are in lower case. */
export function roughHeaders(source: Buffer): { name: string; value: string }[] {
  const head = source.subarray(0, Math.min(headerEnd(source), MAX_ROUGH_HEADER)).toString("utf8");
  const lines = head.replace(/\r?\n[ \t]+/gu, " ").split(/\r\n|\n|\r/u, MAX_ROUGH_LINES);
  return lines.flatMap((line) => {
    const found = /^([\u0021-\u0039\u003b-\u007e]+)[ \t]*:(.*)$/u.exec(line);
    return found ? [{ name: (found[1] ?? "").toLowerCase(), value: (found[2] ?? "").trim() }] : [];
  });
}

/**
 * The source of a multipart message whose parts do not stand behind the boundary that its header names, with the one they do
 * stand behind; null when its body has no such line either.
 */
export function withFoundBoundary(source: Buffer): Buffer | null {
  const end = headerEnd(source);
  const body = source.subarray(end);
  const boundary = /^--([^\r\n"]{1,200}?)[ \t]*\r?\ncontent-/imu.exec(
    body.subarray(0, MAX_ROUGH_HEADER).toString("latin1"),
  )?.[1];
  if (boundary === undefined) return null;
  const head = source.subarray(0, end).toString("latin1").replace(/\r\n/gu, "\n").trimEnd();
  const kind = /^content-type\s*:\s*(multipart\/[\w-]+)/imu.exec(head)?.[1] ?? "multipart/mixed";
  const others = head.replace(/^content-type\s*:.*(?:\n[ \t]+.*)*\n?/gimu, "").trimEnd();
  return Buffer.concat([Buffer.from(`${others}\nContent-Type: ${kind}; boundary="${boundary}"\n\n`, "latin1"), body]);
}

const MAX_ROUGH_HEADER = 1024 * 1024;
const MAX_ROUGH_LINES = 1000;

function withoutPrelude(raw: Buffer): Buffer {
  let from = 0;
  while (from < raw.length && (raw[from] === 10 || raw[from] === 13)) from++;
  if (raw.subarray(from, from + 5).toString("latin1") === "From ") {
    const end = raw.indexOf("\n", from);
    from = end < 0 ? raw.length : end + 1;
  }
  return raw.subarray(from);
}

function asUtf8(bytes: Buffer): Buffer {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return Buffer.from(new TextDecoder("windows-1252").decode(bytes), "utf8");
  }
}
