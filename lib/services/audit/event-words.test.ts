import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import english from "@/messages/en/audit.json";
import { MAILBOX_STATES } from "@/lib/db/schema/mailboxes";
import { API_SCOPES } from "@/lib/domain/api-scope";
import { IMPORT_KINDS } from "@/lib/domain/import-columns";
import { PERMISSIONS } from "@/lib/domain/permissions";
import { REPLY_STATUSES } from "@/lib/domain/reply-state";
import { SMARTLEAD_STATES } from "@/lib/domain/smartlead";

/** Kinds that are put together in code: the beginning, and how they may end. */
const ENDINGS: Record<string, readonly string[]> = {
  import: [...IMPORT_KINDS, "mail", "mail_failed"],
  mailbox: MAILBOX_STATES,
  reply: REPLY_STATUSES,
  smartlead: SMARTLEAD_STATES,
};

const sources = globSync("{lib/services,lib/worker,lib/start,lib/auth,lib/sandbox,app}/**/*.ts").filter(
  (file) => !file.endsWith(".test.ts"),
);
/** A file that records, and every literal in it that looks like a kind of event. */
const CALLS = /\b(?:record|recordEach|announceReply)\(/;
const KIND = /"([a-z_]+\.[a-z_]+)"/g;
/** Words with a dot that are no events. `thread.read` is a permission as well as an event. */
const OTHERS: readonly string[] = [...PERMISSIONS, ...API_SCOPES].filter((word) => word !== "thread.read");

const kinds = new Set(
  sources.flatMap((file) => {
    const code = readFileSync(file, "utf8");
    return CALLS.test(code) ? [...code.matchAll(KIND)].map(([, kind]) => kind!) : [];
  }),
);
const words: Record<string, Record<string, string>> = english.kinds;
const hasWords = (kind: string) => kind.split(".")[1]! in (words[kind.split(".")[0]!] ?? {});

test("every kind of event that the code records has words in the audit log", () => {
  expect(kinds.size).toBeGreaterThan(80);
  const unsaid = [...kinds].filter((kind) => !OTHERS.includes(kind) && !hasWords(kind));
  expect(unsaid.toSorted()).toEqual([]);
});

test("so has every kind that is put together", () => {
  const made = Object.entries(ENDINGS).flatMap(([noun, endings]) => endings.map((ending) => `${noun}.${ending}`));
  // What a reply becomes only by its verbs, and what nobody writes into the log.
  const never = ["reply.awaiting_approval", "reply.queued"];
  expect(made.filter((kind) => !hasWords(kind) && !never.includes(kind))).toEqual([]);
});

/** Verbs of actions that leave no trace in the log, and why. */
const SILENT: Record<string, string> = {
  "discard-draft": "what somebody writes before it leaves is theirs; it is saved at every pause",
  "save-draft": "as above",
  "mark-notifications-read": "what somebody has seen of what they were told is theirs",
  "preview-reply": "changes nothing",
  "take-message-files": "prepares a draft",
};

test("every verb that an action calls records what it does, or says here why not", () => {
  const verbs = globSync("lib/actions/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/from "@\/(lib\/services\/[^"]+)"/g)]
      .map(([, module]) => module!)
      .filter((module) => !/schemas$|context$|issue-secret$|storing-errors$/.test(module)),
  );
  expect(new Set(verbs).size).toBeGreaterThan(60);
  const silent = [...new Set(verbs)].filter((verb) => !records(`${verb}.ts`)).map((verb) => path.basename(verb));
  expect(silent.filter((name) => !(name in SILENT)).toSorted()).toEqual([]);
});

/** Whether a verb records by itself or by a service that it calls, at most three deep. */
function records(file: string, depth = 0): boolean {
  const code = readFileSync(file, "utf8");
  if (CALLS.test(code)) return true;
  if (depth === 3) return false;
  const imported = [...code.matchAll(/^import (?!type)[^;]*? from "((?:@\/lib\/services|\.\.?)\/[^"]+)";/gm)].map(
    ([, module]) =>
      module!.startsWith("@/") ? `${module!.slice(2)}.ts` : `${path.join(path.dirname(file), module!)}.ts`,
  );
  return imported.filter((each) => each.startsWith("lib/services/")).some((each) => records(each, depth + 1));
}
