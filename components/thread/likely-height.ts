import type { MessageView } from "@/lib/domain/message-view";
import { isForward } from "@/lib/domain/subject";

const LINE = 22;
/** Between paragraphs: 12 in mail that has them, a whole line in mail that breaks lines instead. */
const GAP = 17;
const FOLD = 28;
const LETTERS_A_LINE = 92;
const MOST = 60 * LINE;

type Likely = Pick<MessageView, "subject" | "visibleText" | "text">;

/** How high a message's frame is likely to be, so that little moves when it has loaded. */
export function likelyHeight({ subject, visibleText, text }: Likely): number {
  const shown = ((!isForward(subject) && visibleText) || text).trim();
  const lines = shown
    .split("\n")
    .map((line) => (line.trim() === "" ? GAP : Math.ceil(line.length / LETTERS_A_LINE) * LINE));
  const fold = visibleText && text.trim().length > shown.length ? FOLD : 0;
  return Math.min(MOST, lines.reduce((sum, height) => sum + height, 0) + fold);
}
