import type { TriageOutcome, UndoOutcome } from "@/lib/domain/triage";

/**
 * How a change of many threads ended, over all its requests. `answered`: they have written since; `taken`: claimed by others before,
 * whom `takers` names; `failed`: the server did not answer for them.
 */
export type TriageSummary = {
  changed: number;
  already: number;
  missing: number;
  answered: number;
  taken: number;
  takers: string[];
  failed: number;
};

export function summaryOf(outcomes: Pick<TriageOutcome, "changed" | "unchanged">[], failed: number): TriageSummary {
  const unchanged = outcomes.flatMap((outcome) => outcome.unchanged);
  const takers = unchanged.flatMap((each) => (each.reason === "taken" ? [each.by] : []));
  return {
    changed: outcomes.reduce((sum, { changed }) => sum + changed.length, 0),
    already: unchanged.filter(({ reason }) => reason === "already").length,
    missing: unchanged.filter(({ reason }) => reason === "not_found").length,
    answered: unchanged.filter(({ reason }) => reason === "answered").length,
    taken: takers.length,
    takers: [...new Set(takers)],
    failed,
  };
}

export type UndoSummary = {
  restored: number;
  /** Left as somebody set them since; `names` says who, and is empty when mail did. */
  left: number;
  names: string[];
  missing: number;
  failed: number;
};

export function undoSummaryOf(outcomes: UndoOutcome[], failed: number): UndoSummary {
  const left = outcomes.flatMap((outcome) => outcome.left);
  const changedSince = left.filter(({ reason }) => reason === "changed_since");
  return {
    restored: outcomes.reduce((sum, { restored }) => sum + restored.length, 0),
    left: changedSince.length,
    names: [...new Set(changedSince.flatMap(({ by }) => (by === null ? [] : [by])))],
    missing: left.length - changedSince.length,
    failed,
  };
}
