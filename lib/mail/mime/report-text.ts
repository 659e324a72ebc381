import { sameAddress } from "@/lib/domain/address";

/** A delivery report's own text, without the message that it returns. */
export function reportTextOf(text: string): string {
  const start = text.slice(0, MAX_TEXT);
  const end = start.search(
    /^[ \t]*(?:-{2,}.{0,12}(?:below this line|this is a copy|original message|returned message|the (?:header|message)|message (?:header|text)|start of|transcript of original|unsent message)|(?:here|this) is (?:a copy of|the (?:header|original))|received: ?(?:from|by|\()|return-path: ?<|message-id: ?<|content-type: message\/rfc822|original message (?:follows|header)|.{0,30}(?:message headers?|original message) follows?)/imu,
  );
  return end > 40 ? start.slice(0, end) : start;
}

const MAX_TEXT = 50_000;

/** What a report says about an address: the line that gives a code, that with the next two, then all lines up to the next one that names somebody else. */
export function wordsAbout(recipient: string, text: string): string[] {
  const lines = text.split("\n");
  const named = lines.findIndex((line) => line.toLowerCase().includes(recipient.toLowerCase()));
  const isOthers = (line: string) => {
    const leading = /^[\s<>"'*-]{0,12}([^\s<>"'@]+@[^\s<>"':,@]+)/u.exec(line.slice(0, 400))?.[1];
    return leading !== undefined && !sameAddress(leading.replace(/[\s.)]+$/u, ""), recipient);
  };
  let from = Math.max(named, 0);
  while (
    from > 0 &&
    named - from < 3 &&
    (lines[from - 1] ?? "").trim() !== "" &&
    !(lines[from - 1] ?? "").includes("@")
  )
    from--;
  const rest = lines.slice(named + 1, named + 20);
  const others = rest.findIndex(isOthers);
  const about = [...lines.slice(from, named + 1), ...(others < 0 ? rest : rest.slice(0, others))].map((line) =>
    line.slice(0, 400),
  );
  const at = about.findIndex((line) => /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/u.test(line));
  const said = at < 0 ? "" : oneLine(about.slice(at, at + 3));
  return [said, oneLine(about).slice(0, 1200)].filter((words) => words !== "");
}

/**
 * Whether a report says that the refusal answered the message itself, after the recipient had been taken: Postfix and Exim in
 * words, sendmail and others by the dialogue.
 */
export function isRefusedAfterData(about: string[], text: string): boolean {
  const words = about.at(-1) ?? "";
  if (/in reply to (?:the )?end of data|after (?:the )?end of data|error following data/iu.test(words)) return true;
  return /^(?:>>> (?:data|\.)\s*\n<<< 5\d\d|-+smtp command[ \t]*\n\s*data\b)/imu.test(text);
}

const oneLine = (lines: string[]): string => lines.join(" ").replaceAll(/\s+/gu, " ").trim();
