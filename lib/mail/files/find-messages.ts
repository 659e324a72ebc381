import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { splitMbox } from "./split-mbox";

/** `file` is relative to the folder; `raw` null when the file could not be read. */
export type FoundMessage = { file: string; raw: Buffer | null };

/**
 * The messages below a folder, files in the order of their names: a file of one raw message, an mbox (it starts with "From "), a
 * Maildir (a folder with `cur` and `new`). A `.txt` or `.html` is a body without headers. Hidden files and notes are left out.
 */
export async function* findMessages(folder: string): AsyncGenerator<FoundMessage> {
  const isFile = (await stat(folder)).isFile();
  for await (const file of isFile ? [folder] : filesIn(folder))
    yield* messagesOf(file, isFile ? path.basename(file) : path.relative(folder, file).replaceAll(path.sep, "/"));
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isMaildir = ["cur", "new"].every((name) => entries.some((entry) => entry.isDirectory() && entry.name === name));
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    // Beside the mail a Maildir keeps what is half delivered and its program's own lists; its folders are hidden ones.
    if (entry.isDirectory() && !(isMaildir && entry.name === "tmp")) yield* filesIn(full);
    else if (entry.isFile() && !isMaildir && !NO_MAIL.test(entry.name)) yield full;
  }
}

const NO_MAIL = /^\.|\.(?:json|md)$/iu;

/** Headers of what has none. */
const BODIES: Record<string, string> = { ".txt": "Content-Type: text/plain", ".html": "Content-Type: text/html" };

async function* messagesOf(full: string, file: string): AsyncGenerator<FoundMessage> {
  try {
    const header = BODIES[path.extname(full).toLowerCase()];
    if (header) yield { file, raw: Buffer.concat([Buffer.from(`${header}\n\n`), await readFile(full)]) };
    else if (await isMbox(full)) for await (const raw of splitMbox(createReadStream(full))) yield { file, raw };
    else yield { file, raw: await readFile(full) };
  } catch {
    yield { file, raw: null };
  }
}

async function isMbox(full: string): Promise<boolean> {
  const handle = await open(full);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    return buffer.toString("latin1", 0, bytesRead) === "From ";
  } finally {
    await handle.close();
  }
}
