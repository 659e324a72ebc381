import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { getRequestConfig } from "next-intl/server";

type Messages = Record<string, Record<string, unknown>>;
const LANGUAGE = "en";
/** Day before month and 24 hours, as the design writes times. */
const LOCALE = "en-GB";
let cached: Promise<Messages> | undefined;

/** One language and no language in the address. The time zone is the member's where a screen gives one, else UTC. */
export default getRequestConfig(async () => ({
  locale: LOCALE,
  timeZone: "UTC",
  messages: await (process.env.NODE_ENV === "development" ? readMessages() : (cached ??= readMessages())),
}));

/** All catalogues of a language; a file's name is its namespace. */
async function readMessages(): Promise<Messages> {
  const folder = path.join(process.cwd(), "messages", LANGUAGE);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const read = async (file: string) =>
    [file.slice(0, -".json".length), JSON.parse(await readFile(path.join(folder, file), "utf8"))] as const;
  return Object.fromEntries(await Promise.all(files.map(read)));
}
