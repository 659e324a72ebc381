import { paragraphsOf } from "@/lib/domain/plain-text";
import { snippetOf, visibleTextOf } from "@/lib/mail/mime/visible-text";
import { planLeadThreads } from "@/lib/sandbox/plan/plan-threads";
import type { Random } from "@/lib/sandbox/random";

export type Passage = { text: string; visibleText: string; html: string; snippet: string };
export type Direction = "in" | "out";

/** The longest threads of the sandbox stand first; they would be found again and again. */
const PILOTS = 6;
const LETTERS_OF = 250;
const VOCABULARY = 30_000;
const SYLLABLES = "ba do ri ke mu sa ti no le fa gor vin pel dra sto win mar tel bro hin cas lor und ker mas pli".split(
  " ",
);

/**
 * Texts of messages: letters of the sandbox, each with a sentence of its own, whose words are as frequent as words are
 * (Zipf), so that a search meets common words, rare ones and phrases.
 */
export function makeProse(now: Date) {
  const bank = lettersOf(now);
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank));
  return {
    subject: (random: Random): string => `${random.pick(bank.subjects)}, ${words[zipf(random)]}`,
    passage: (random: Random, direction: Direction): Passage => {
      const { own, quoted } = random.pick(bank[direction]);
      const sentence = Array.from({ length: random.int(6, 14) }, () => words[zipf(random)]).join(" ");
      const visibleText = `${own}\n\n${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
      const text = quoted ? `${visibleText}\n\n${quoted}` : visibleText;
      return { text, visibleText, html: paragraphsOf(text), snippet: snippetOf(visibleText) };
    },
  };
}
export type Prose = ReturnType<typeof makeProse>;

type Letter = { own: string; quoted: string };

function lettersOf(now: Date): Record<Direction, Letter[]> & { subjects: string[] } {
  const threads = planLeadThreads(now, LETTERS_OF + PILOTS).slice(PILOTS);
  const letters = threads.flatMap((thread) => thread.letters);
  const of = (direction: Direction) =>
    letters
      .filter((letter) => letter.direction === direction && letter.input.text)
      .map(({ input: { text = "" } }) => {
        const own = visibleTextOf(text);
        return { own, quoted: text.startsWith(own) ? text.slice(own.length).trim() : "" };
      });
  return { in: of("in"), out: of("out"), subjects: threads.map(({ letters: [first] }) => first!.input.subject) };
}

/** Rank r about as often as 1/r, by the inverse of the harmonic sum. */
const zipf = (random: Random): number => Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random.next()) - 1);

/** Words that can be spoken, the frequent ones short; each rank has its own. */
function wordOf(rank: number): string {
  let word = "";
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length) - 1)
    word += SYLLABLES[rest % SYLLABLES.length]!;
  return word;
}
