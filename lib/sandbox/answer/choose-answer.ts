import type { CategoryKind } from "@/lib/domain/default-categories";
import type { Turn } from "../texts/pack";
import { letter, say, turn, type Voice } from "../story/voice";
import { LIKEABLE_ANSWERS } from "./likeable-answers";

export type Heard = {
  /** The visible part of what was written to the lead. */
  text: string;
  category: CategoryKind | null;
  /** Visible texts of the lead's side so far. */
  said: string[];
  isLikeable: boolean;
  byColleague: boolean;
};
export type Said = { body: string; kind: Turn | "absent" };

/** Of those who are asked nothing; who is asked a question is there to answer it. */
const ABSENT_SHARE = 0.05;

/** Words that fit what was heard: the lead's language, the thread's state, the day and hour that were proposed. */
export function chooseAnswer(voice: Voice, heard: Heard): Said {
  const { pack, random, slots } = voice;
  turn(voice);
  Object.assign(slots, proposedIn(heard.text, pack.days));
  if (heard.isLikeable) {
    const next = LIKEABLE_ANSWERS.find((text) => !heard.said.some((said) => said.includes(text.slice(12, 60))));
    if (next) return { body: next, kind: "agree" };
  }
  if (mayBeAbsent(heard) && random.chance(ABSENT_SHARE)) return { body: random.pick(pack.outOfOffice), kind: "absent" };
  const kind = heard.byColleague ? "colleague" : turnFor(voice, heard);
  const by = heard.byColleague ? "colleague" : "lead";
  return { body: letter(voice, freshWords(voice, kind, heard.said), { by }), kind };
}

const mayBeAbsent = ({ byColleague, isLikeable, said, text }: Heard): boolean =>
  !byColleague && !isLikeable && said.length > 0 && !asksSomething(text);

const asksSomething = (text: string): boolean => /[?？؟]/.test(text);

function turnFor({ random }: Voice, { category, text, said }: Heard): Turn {
  if (category === "not" || category === "wrong") return random.pick(["thanks", "internal"]);
  if (said.length > 8) return random.pick(["thanks", "agree"]);
  return random.weighted(
    asksSomething(text)
      ? ([
          ["agree", 50],
          ["question", 22],
          ["internal", 16],
          ["later", 12],
        ] as const)
      : ([
          ["thanks", 30],
          ["question", 34],
          ["agree", 26],
          ["internal", 10],
        ] as const),
  );
}

/** A few tries for words that this thread has not seen. */
function freshWords(voice: Voice, kind: Turn, said: string[]): string {
  let words = "";
  for (let attempt = 0; attempt < 6; attempt++) {
    words = say(voice, voice.pack.next[kind], { isTheirs: true });
    if (!said.some((text) => text.includes(words.slice(0, 40)))) break;
  }
  return words;
}

/** The first weekday and hour that the text names. */
function proposedIn(text: string, days: readonly string[]): Record<string, string> {
  const lower = text.toLowerCase();
  const day = days
    .map((name) => ({ name, at: lower.indexOf(name.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0]?.name;
  const time = /\b([01]?\d|2[0-3])[:.]([0-5]\d)\b/.exec(text);
  return { ...(day ? { day } : {}), ...(time ? { time: `${time[1]}:${time[2]}` } : {}) };
}
