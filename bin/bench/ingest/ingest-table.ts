import type { IngestResult } from "./measure-ingest";

/** All of it is to be at least half as fast as the parser alone. */
const AIM = 0.5;

/** The storing of mail as a table for the terminal: messages a second, the ratio, its aim and the verdict. */
export function ingestTableOf({ messages, megabytes, bare, whole, ratio }: IngestResult): string {
  const line = (label: string, value: string) => `  ${label.padEnd(50)}${value.padStart(14)}`;
  return [
    "",
    `Storing ${messages.toLocaleString("en")} messages (${megabytes.toFixed(0)} MB) from one mailbox of a mail server`,
    line("imapflow and postal-mime alone", `${bare.toFixed(0)}/s`),
    line("parsed, threaded, sanitised, stored, indexed", `${whole.toFixed(0)}/s`),
    `${line("the second over the first", ratio.toFixed(2))}   ≥ ${AIM} ${ratio >= AIM ? "yes" : "NO"}`,
  ].join("\n");
}
