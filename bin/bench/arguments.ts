export type BenchArguments = {
  /** How many messages to fill in, one run each; none leaves the app out. */
  sizes: number[];
  /** How many messages are read from a mail server; none leaves that part out. */
  ingest: number;
  /** How often each thing is done. */
  samples: number;
  json: string | null;
};

const SMALLEST = 500;
const LARGEST = 2_000_000;
const MOST_SAMPLES = 200;
const MOST_INGESTED = 100_000;
const DEFAULTS: BenchArguments = { sizes: [2_000, 100_000], ingest: 5_000, samples: 20, json: null };

/**
 * Reads `--messages N[,M] --ingest N --samples N --json FILE`; a value may also follow an equals sign.
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

const USAGE = "Usage: npm run bench -- [--messages 2000,100000] [--ingest 5000] [--samples 20] [--json FILE]";

const READERS = {
  "--messages": (into: BenchArguments, value: string) => {
    if (value.trim() === "0") {
      into.sizes = [];
      return null;
    }
    const sizes = value.split(",").map((each) => wholeNumber(each, SMALLEST, LARGEST));
    if (sizes.includes(null)) return `--messages wants numbers from ${SMALLEST} to ${LARGEST}, parted by commas, or 0.`;
    into.sizes = [...new Set(sizes as number[])];
    return null;
  },
  "--ingest": (into: BenchArguments, value: string) => {
    const messages = wholeNumber(value, 0, MOST_INGESTED);
    if (messages === null) return `--ingest wants a number from 0 to ${MOST_INGESTED}.`;
    into.ingest = messages;
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
