import { expect, test } from "vitest";
import { composerReducer, isEmptyBody, stateOfDraft, type ComposerAction, type ComposerState } from "./composer-state";
import { MAX_TOTAL_BYTES } from "./files";
import { refusalOf } from "./refusals";
import { readinessOf } from "./send-readiness";

const NOW = new Date("2026-11-18T09:52:00Z");
const written: ComposerState = stateOfDraft({
  parentId: "p",
  to: ["ana@lead.test"],
  cc: [],
  bcc: [],
  bodyHtml: "<p>Hi</p>",
  addSignature: true,
  attachments: [],
  scheduledTime: null,
  scheduledZone: null,
  scheduleCondition: "always",
});
const after = (...actions: ComposerAction[]) => readinessOf(actions.reduce(composerReducer, written), NOW);
const file = (size: number) => ({ key: "f", fileName: "a.pdf", contentType: "application/pdf", size, isInline: false });
const added = (size: number): ComposerAction => ({ type: "files", change: { type: "added", files: [file(size)] } });

test("a written reply to somebody is ready", () => {
  expect(after()).toEqual({ state: "ready" });
});

test("another window's version stands in the way until somebody chooses", () => {
  expect(readinessOf(written, NOW, { isDivided: true })).toEqual({ state: "blocked", reason: "conflict", count: 0 });
});

test("a bad address in any field stands in the way, counted", () => {
  const blocked = after(
    { type: "recipients", field: "cc", entries: ["ben@"] },
    { type: "recipients", field: "bcc", entries: ["x", "cem@lead.test"] },
  );
  expect(blocked).toEqual({ state: "blocked", reason: "bad_address", count: 2 });
});

test("nobody to write to, nothing written and a time that has passed stand in the way", () => {
  const reasons = [
    after({ type: "recipients", field: "to", entries: [] }),
    after({ type: "body", html: "<p>&nbsp;</p><p><br></p>" }),
    after({ type: "schedule", chosen: { time: "2026-11-18T09:00:00Z", zone: "UTC" } }),
  ].map((readiness) => (readiness.state === "blocked" ? readiness.reason : readiness.state));
  expect(reasons).toEqual(["nobody", "empty", "past"]);
});

test("an open variable stands in the way, by its name", () => {
  expect(readinessOf(written, NOW, { openNames: ["lead.title", "nobody"] })).toEqual({
    state: "blocked",
    reason: "open_variable",
    count: 2,
    name: "lead.title",
  });
});

test("files that are still on their way are waited for", () => {
  expect(after(added(1_000))).toEqual({ state: "waits" });
  expect(
    after(added(1_000), { type: "files", change: { type: "uploaded", key: "f", uploadId: "u", size: 1_000 } }),
  ).toEqual({
    state: "ready",
  });
});

test("a failed file and files over the limit stand in the way until they are gone", () => {
  const failed: ComposerAction = { type: "files", change: { type: "failed", key: "f", problem: "network" } };
  const removed: ComposerAction = { type: "files", change: { type: "removed", key: "f" } };
  expect(after(added(1_000), failed)).toMatchObject({ reason: "failed_file", count: 1 });
  expect(after(added(MAX_TOTAL_BYTES + 1))).toMatchObject({ reason: "too_large" });
  expect(after(added(1_000), failed, removed)).toEqual({ state: "ready" });
});

test("late news of a removed file changes nothing", () => {
  const removed: ComposerAction = { type: "files", change: { type: "removed", key: "f" } };
  const late: ComposerAction = { type: "files", change: { type: "uploaded", key: "f", uploadId: "u", size: 9 } };
  expect([added(9), removed, late].reduce(composerReducer, written).files).toEqual([]);
});

test("a picture alone is a text", () => {
  expect(isEmptyBody('<p><img src="/api/uploads/x"></p>')).toBe(false);
});

test("what the server refused stands at its field until that field is changed", () => {
  const refusal = refusalOf({
    code: "invalid",
    fields: [
      { path: "contract.cc", reason: "address", values: { address: "ben@" } },
      { path: "contract.attachments.1.file_url", reason: "unknown_upload" },
      { path: "contract.seqType", reason: "token" },
    ],
  });
  const problems = "problems" in refusal ? refusal.problems : {};
  expect(Object.keys(problems)).toEqual(["cc", "files", "form"]);

  const refused = composerReducer(written, { type: "refused", problems });
  const mended = composerReducer(refused, { type: "recipients", field: "cc", entries: [] });
  expect(Object.keys(mended.problems)).toEqual(["files"]);
});

test("a lead who must not be written to is asked about, a blocked recipient is not", () => {
  expect(refusalOf({ code: "unprocessable", reason: "lead_do_not_contact" })).toEqual({ confirm: "do_not_contact" });
  const blocked = { path: "bcc", reason: "blocked", values: { address: "x@y.test" } };
  expect(refusalOf({ code: "unprocessable", reason: "blocked", fields: [blocked] })).toEqual({
    problems: { bcc: { reason: "blocked", index: null, values: { address: "x@y.test" } } },
  });
});
