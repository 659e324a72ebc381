import type { SaveMailboxSettingsInput } from "@/lib/services/mailboxes/schemas";
import { textOf } from "./use-action-form";
import { readWindow } from "./window-values";

/**
 * What the form of a mailbox's settings holds, as the action takes it. A number that is none stays wrong (NaN), so that the schema
 * says so at its field.
 */
export function readMailboxSettings(
  form: FormData,
): Omit<SaveMailboxSettingsInput, "mailboxId" | "followsSeen" | "readsJunk"> {
  const text = (name: string) => textOf(form, name).trim();
  return {
    displayName: textOf(form, "displayName"),
    signatureHtml: textOf(form, "signatureHtml"),
    colour: Number(text("colour")),
    timeZone: text("timeZone"),
    window: readWindow(form),
    dailyCap: text("dailyCap") === "" ? null : numberOf(text("dailyCap")),
    minimumGapMinutes: text("gapMinutes") === "" ? 0 : numberOf(text("gapMinutes").replace(",", ".")),
    sentFolder: text("sentFolder") || null,
    sentCopies: text("sentCopies") as SaveMailboxSettingsInput["sentCopies"],
    warmUp: { headers: linesOf(text("headers")), tags: linesOf(text("tags")), senders: linesOf(text("senders")) },
  };
}

const numberOf = (text: string): number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
