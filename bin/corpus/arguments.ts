import { isAddress } from "@/lib/domain/address";

type CorpusArguments = { folder: string; mailboxes: string[] };

/**
 * Reads `FOLDER [--mailbox ADDRESS]…`; a value may also follow an equals sign.
 * @returns the arguments, or one sentence for the person at the terminal
 */
export function parseArguments(argv: string[]): CorpusArguments | { problem: string } {
  const words = argv.flatMap((word) => (word.startsWith("--mailbox=") ? ["--mailbox", word.slice(10)] : [word]));
  const folders: string[] = [];
  const mailboxes = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--mailbox") {
      const address = words[++at] ?? "";
      if (!isAddress(address)) return { problem: `--mailbox needs an address. ${USAGE}` };
      mailboxes.add(address.toLowerCase());
    } else if (word.startsWith("--")) return { problem: `${word} is not known. ${USAGE}` };
    else folders.push(word);
  }
  const [folder] = folders;
  if (folder === undefined || folders.length > 1) return { problem: `One folder is needed. ${USAGE}` };
  return { folder, mailboxes: [...mailboxes] };
}

const USAGE = "Usage: npm run -s corpus -- FOLDER [--mailbox ADDRESS]…";
