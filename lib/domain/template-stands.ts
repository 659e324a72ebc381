import { htmlRuns } from "./html-runs";
import { textTokens } from "./template-tokens";

/** Of what a template says so much has to be left for a text to be written with it. */
const LEAST_PART = 1 / 3;

/**
 * Tells of templates whether a text, read once, still says what they put into it: of the words that follow one another there a third is enough, since a text is
 * written on, and one that came about otherwise shares hardly any. Variables are filled in by then; a template without words stands.
 */
export function templatesIn(bodyHtml: string): (templateHtml: string) => boolean {
  const said = stretchesOf(bodyHtml);
  const there = new Set([...said.flat(), ...said.flatMap(pairsOf)]);
  return (templateHtml) => {
    const stretches = stretchesOf(templateHtml);
    const pairs = stretches.flatMap(pairsOf);
    const wanted = pairs.length > 0 ? pairs : stretches.flat();
    return wanted.filter((each) => there.has(each)).length >= wanted.length * LEAST_PART;
  };
}

/** The words of a document as far as they follow one another: a variable or another block parts them. */
function stretchesOf(html: string): string[][] {
  return htmlRuns(html)
    .filter(({ kind }) => kind === "text")
    .flatMap(({ text }) => {
      const tokens = textTokens(text);
      const from = [0, ...tokens.map(({ end }) => end)];
      return from.map((start, index) => wordsOf(text.slice(start, tokens[index]?.start)));
    });
}

/** Where no spaces part words, a sign is one. */
const SIGN = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]`;
const WORDS = new RegExp(String.raw`${SIGN}|(?:(?!${SIGN})[\p{L}\p{M}\p{N}])+`, "gu");

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORDS) ?? [];

const pairsOf = (words: string[]): string[] => words.slice(1).map((word, index) => `${words[index]!} ${word}`);
