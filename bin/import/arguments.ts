import { isAddress } from "@/lib/domain/address";
import { IMPORT_KINDS, type ImportKind } from "@/lib/domain/import-columns";

export type ImportArguments =
  | { what: "table"; kind: ImportKind; file: string; leaveOutWrong: boolean }
  | { what: "mail files"; path: string; mailbox: string }
  | { what: "past mail"; days: number; mailbox: string };

export const USAGE = `Usage:
  npm run import -- leads|mailboxes|campaigns FILE.csv [--leave-out-wrong]
  npm run import -- mail FILE|FOLDER --mailbox ADDRESS
  npm run import -- mail --imap --days N --mailbox ADDRESS`;

const MOST_DAYS = 3_650;

/**
 * Reads what to import; a value may also follow an equals sign.
 * @returns the arguments, or one sentence for the person at the terminal
 */
export function parseArguments(argv: string[]): ImportArguments | { problem: string } {
  const { words, options, unknown } = optionsOf(argv);
  const [kind, file, ...more] = words;
  const problem = (sentence: string) => ({ problem: `${sentence}\n${USAGE}` });
  if (unknown) return problem(`${unknown} is not known.`);
  if (!kind) return problem("Say what to import.");
  if (more.length > 0) return problem("One file or folder at a time.");
  if (kind !== "mail") {
    const table = IMPORT_KINDS.find((known) => known === kind);
    if (!table) return problem(`“${kind}” cannot be imported.`);
    const other = Object.keys(options).find((name) => name !== "leave-out-wrong");
    if (other) return problem(`--${other} is for mail.`);
    return file
      ? { what: "table", kind: table, file, leaveOutWrong: "leave-out-wrong" in options }
      : problem("A CSV file is needed.");
  }
  const mailbox = options.mailbox ?? "";
  if (!isAddress(mailbox)) return problem("--mailbox needs the address of a mailbox.");
  if (!("imap" in options)) {
    if ("days" in options) return problem("--days goes with --imap.");
    return file ? { what: "mail files", path: file, mailbox } : problem("A file or a folder of mail is needed.");
  }
  const days = Number(options.days);
  if (file) return problem("With --imap no file is read.");
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    return problem(`--days needs a whole number from 1 to ${MOST_DAYS}.`);
  return { what: "past mail", days, mailbox };
}

const WITH_VALUE = ["mailbox", "days"];
const ALONE = ["imap", "leave-out-wrong"];

function optionsOf(argv: string[]) {
  const words: string[] = [];
  const options: Record<string, string> = {};
  let unknown: string | null = null;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (!word.startsWith("--")) {
      words.push(word);
      continue;
    }
    const [name = "", value] = word.slice(2).split(/=(.*)/su);
    if (WITH_VALUE.includes(name)) options[name] = value ?? argv[++at] ?? "";
    else if (ALONE.includes(name) && value === undefined) options[name] = "";
    else unknown ??= word;
  }
  return { words, options, unknown };
}
