import { inlineUploadsOf } from "@/lib/domain/inline-uploads";
import { isEmptyBody, RECIPIENT_FIELDS, type ComposerState } from "./composer-state";
import { filesThatLeave, MAX_TOTAL_BYTES, totalSize } from "./files";
import { countBad } from "./recipient-chips";

/** Whether Send may be pressed, and if not, the first thing that is in its way. `waits` leaves by itself once files are there. */
export type Readiness =
  | { state: "ready" }
  | { state: "waits" }
  | { state: "blocked"; reason: "bad_address" | "failed_file"; count: number }
  | { state: "blocked"; reason: "open_variable"; count: number; name: string }
  | { state: "blocked"; reason: "nobody" | "empty" | "too_large" | "past" | "conflict"; count: 0 };

type Further = {
  /** Variables of the text that nothing is known for. */
  openNames?: string[];
  /** Of all files, as the mailbox's server takes them. */
  maxBytes?: number;
  /** Another window's version of the draft stands beside this one, and nobody has chosen yet. */
  isDivided?: boolean;
};

/** The rules that the server has as well, told before the press. */
export function readinessOf(
  state: ComposerState,
  now: Date,
  { openNames = [], maxBytes = MAX_TOTAL_BYTES, isDivided = false }: Further = {},
): Readiness {
  const bad = RECIPIENT_FIELDS.reduce((sum, field) => sum + countBad(state[field]), 0);
  if (bad > 0) return { state: "blocked", reason: "bad_address", count: bad };
  if (state.to.length === 0) return blocked("nobody");
  const mayBeEmpty = state.writing.kind === "forward";
  if (
    !mayBeEmpty &&
    isEmptyBody(state.bodyHtml) &&
    !state.files.some((file) => file.isInline && file.state === "uploading")
  )
    return blocked("empty");
  const [name] = openNames;
  if (name !== undefined) return { state: "blocked", reason: "open_variable", count: openNames.length, name };
  const files = filesThatLeave(state.files, inlineUploadsOf(state.bodyHtml));
  const failed = files.filter((file) => file.state === "failed").length;
  if (totalSize(files) > maxBytes) return blocked("too_large");
  if (failed > 0) return { state: "blocked", reason: "failed_file", count: failed };
  if (state.schedule && Date.parse(state.schedule.time) < now.getTime() - PAST_ALLOWED_MS) return blocked("past");
  if (isDivided) return blocked("conflict");
  return { state: files.some((file) => file.state === "uploading") ? "waits" : "ready" };
}

/** The contract takes times up to five minutes past as now. */
const PAST_ALLOWED_MS = 5 * 60_000;

const blocked = (reason: "nobody" | "empty" | "too_large" | "past" | "conflict"): Readiness => ({
  state: "blocked",
  reason,
  count: 0,
});
