export type BenchArguments = {
  /** How many messages to fill in, one run each. */
  sizes: number[];
  /** How often each thing is done. */
  samples: number;
  json: string | null;
};

const SMALLEST = 500;
const LARGEST = 2_000_000;
const MOST_SAMPLES = 200;
const DEFAULTS: BenchArguments = { sizes: [2_000, 100_000], samples: 20, json: null };

/**
 * Reads `--messages N[,M] --samples N --json FILE`; a value may also follow an equals sign.
 * @returns the arguments, or one sentence for the person at the terminal
 */
export function parseArguments(argv: string[]): BenchArguments | { problem: string } {
  const words = argv.flatMap((word) => (/^--\w+=/.test(word) ? cut(word) : [word]));
  const found = { ...DEFAULTS };
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at]!, words[at + 1]];
    if (!(name in READERS)) return { problem: `${name} is not known. ${USAGE}` };
    const problem =
      value === undefined ? `${name} needs a value.` : READERS[name as keyof typeof READERS](found, value);
    if (problem) return { problem: `${problem} ${USAGE}` };
  }
  return found;
}

const USAGE = "Usage: npm run bench -- [--messages 2000,100000] [--samples 20] [--json FILE]";

const READERS = {
  "--messages": (into: BenchArguments, value: string) => {
    const sizes = value.split(",").map((each) => wholeNumber(each, SMALLEST, LARGEST));
    if (sizes.includes(null)) return `--messages wants numbers from ${SMALLEST} to ${LARGEST}, parted by commas.`;
    into.sizes = [...new Set(sizes as number[])];
    return null;
  },
  "--samples": (into: BenchArguments, value: string) => {
    const samples = wholeNumber(value, 1, MOST_SAMPLES);
    if (samples === null) return `--samples wants a number from 1 to ${MOST_SAMPLES}.`;
    into.samples = samples;
    return null;
  },
  "--json": (into: BenchArguments, value: string) => {
    into.json = value;
    return null;
  },
};

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

const cut = (word: string): string[] => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)];
