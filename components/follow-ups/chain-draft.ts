import { isEmptyBody } from "@/components/composer/composer-state";
import type { DraftFollowUps } from "@/lib/domain/draft";
import { unresolvedNames } from "@/lib/domain/fill-variables";
import { LONGEST_WAIT, MOST_STEPS, type AwayRule, type StepWait } from "@/lib/domain/follow-up";
import type { VariableSource } from "@/lib/domain/template-variables";
import type { CategoryView } from "@/lib/domain/thread-view";

/**
 * A step that is being written. `key` is its own as long as it is edited; `putHtml`: what a template has put there, as long as
 * nobody has written on it; `turn` counts how often its text was put from outside, which an editor begins anew with.
 */
export type StepDraft = {
  key: string;
  bodyHtml: string;
  templateIds: string[];
  putHtml: string | null;
  turn: number;
  wait: StepWait;
};

/** `stopCategoryIds` null: those that a team stops at unless somebody chooses (see `stopsOf`). `removed`: what can be put back. */
export type ChainDraft = {
  steps: StepDraft[];
  stopCategoryIds: string[] | null;
  awayRule: AwayRule;
  removed: { step: StepDraft; index: number } | null;
};

export type ChainAction =
  | { type: "added"; key: string; wait: StepWait }
  | { type: "removed"; key: string }
  | { type: "putBack" }
  | { type: "moved"; key: string; by: 1 | -1 }
  | { type: "wait"; key: string; wait: Partial<StepWait> }
  | { type: "text"; key: string; html: string }
  | { type: "template"; key: string; templateId: string; html: string }
  | { type: "own"; key: string }
  | { type: "stops"; categoryIds: string[] }
  | { type: "away"; rule: AwayRule }
  | { type: "anew"; chain: ChainDraft };

/** The chain after something was typed or chosen. Waits belong to places: a step that moves takes its text along, not its wait. */
export function chainReducer(chain: ChainDraft, action: ChainAction): ChainDraft {
  const { steps } = chain;
  switch (action.type) {
    case "added":
      return steps.length >= MOST_STEPS ? chain : { ...chain, steps: [...steps, emptyStep(action.key, action.wait)] };
    case "removed":
      return without(chain, action.key);
    case "putBack":
      return chain.removed && steps.length < MOST_STEPS
        ? { ...chain, steps: steps.toSpliced(chain.removed.index, 0, chain.removed.step), removed: null }
        : chain;
    case "moved":
      return { ...chain, steps: moved(steps, action) };
    case "wait":
      return changed(chain, action.key, (step) => ({ ...step, wait: { ...step.wait, ...action.wait } }));
    case "text":
      return changed(chain, action.key, (step) => ({ ...step, bodyHtml: action.html }));
    case "template":
      return changed(chain, action.key, (step) => withTemplate(step, action));
    case "own":
      return changed(chain, action.key, (step) => ({ ...step, templateIds: [], putHtml: null }));
    case "stops":
      return { ...chain, stopCategoryIds: action.categoryIds };
    case "away":
      return { ...chain, awayRule: action.rule };
    case "anew":
      return action.chain;
  }
}

export const emptyStep = (key: string, wait: StepWait): StepDraft => ({
  key,
  bodyHtml: "",
  templateIds: [],
  putHtml: null,
  turn: 0,
  wait,
});

/** As they are kept or planned; `stopCategoryIds` null as above. */
export type KeptChain = Omit<DraftFollowUps, "stopCategoryIds" | "replaces"> & Pick<ChainDraft, "stopCategoryIds">;

/** What was planned or kept, to be written on. */
export function chainOf({ steps, stopCategoryIds, awayRule }: KeptChain, newKey: () => string): ChainDraft {
  return {
    steps: steps.map(({ bodyHtml, templateIds, wait }) => ({ ...emptyStep(newKey(), wait), bodyHtml, templateIds })),
    stopCategoryIds,
    awayRule,
    removed: null,
  };
}

/** What is kept of it, and planned. */
export function keptOf({ steps, stopCategoryIds, awayRule }: ChainDraft): KeptChain {
  return {
    steps: steps.map(({ bodyHtml, templateIds, wait }) => ({ bodyHtml, templateIds, wait })),
    stopCategoryIds,
    awayRule,
  };
}

/** The categories that stop it: those chosen, else all that say no. */
export const stopsOf = ({ stopCategoryIds }: ChainDraft, categories: CategoryView[]): string[] =>
  stopCategoryIds ?? categories.filter(({ sentiment }) => sentiment === "negative").map(({ id }) => id);

export type StepProblem = { reason: "empty" | "wait" | "time" } | { reason: "open"; name: string };

/** What is in the way of a step; until it is known what fills its variables the server decides about those. */
export function stepProblem({ bodyHtml, wait }: StepDraft, source: VariableSource | null): StepProblem | null {
  if (!Number.isInteger(wait.count) || wait.count < 1 || wait.count > LONGEST_WAIT) return { reason: "wait" };
  if (!/^\d\d:\d\d$/.test(wait.time)) return { reason: "time" };
  if (isEmptyBody(bodyHtml)) return { reason: "empty" };
  const [name] = source ? unresolvedNames(bodyHtml, source) : [];
  return name === undefined ? null : { reason: "open", name };
}

/** Whether there is a word in it that somebody would miss. */
export const hasText = ({ steps, removed }: ChainDraft): boolean =>
  [...steps, ...(removed ? [removed.step] : [])].some(({ bodyHtml }) => !isEmptyBody(bodyHtml));

function changed(chain: ChainDraft, key: string, change: (step: StepDraft) => StepDraft): ChainDraft {
  return { ...chain, steps: chain.steps.map((step) => (step.key === key ? change(step) : step)) };
}

function without(chain: ChainDraft, key: string): ChainDraft {
  const index = chain.steps.findIndex((step) => step.key === key);
  const step = chain.steps[index];
  if (!step || chain.steps.length === 1) return chain;
  // An empty one is not worth a way back, and does not take it from another.
  const removed = isEmptyBody(step.bodyHtml) ? chain.removed : { step, index };
  return { ...chain, steps: chain.steps.toSpliced(index, 1), removed };
}

function moved(steps: StepDraft[], { key, by }: { key: string; by: 1 | -1 }): StepDraft[] {
  const from = steps.findIndex((step) => step.key === key);
  const [step, other] = [steps[from], steps[from + by]];
  if (!step || !other) return steps;
  return steps.with(from, { ...other, wait: step.wait }).with(from + by, { ...step, wait: other.wait });
}

/** A template takes the place of what another has put there; what somebody wrote stays, and it stands below. */
function withTemplate(step: StepDraft, { templateId, html }: { templateId: string; html: string }): StepDraft {
  const isOwn = !isEmptyBody(step.bodyHtml) && step.bodyHtml !== step.putHtml;
  return {
    ...step,
    bodyHtml: isOwn ? step.bodyHtml + html : html,
    templateIds: isOwn ? [...new Set([...step.templateIds, templateId])] : [templateId],
    putHtml: isOwn ? null : html,
    turn: step.turn + 1,
  };
}
