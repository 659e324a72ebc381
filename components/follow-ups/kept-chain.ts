import { readStored, writeStored } from "@/components/ui/stored-text";
import { AWAY_RULES, WAIT_UNITS, type StepWait } from "@/lib/domain/follow-up";
import type { KeptChain } from "./chain-draft";

/** Where follow-ups are written: on their own, or along with a reply. */
export type ChainPlace = "thread" | "reply";

const keyOf = (threadId: number, authorId: string, place: ChainPlace) =>
  `follow-ups:${authorId}:${threadId}${place === "reply" ? ":reply" : ""}`;

/** Follow-ups that were begun and not planned, as this browser keeps them. */
export function keptChain(threadId: number, authorId: string, place: ChainPlace): KeptChain | null {
  const kept = parsed(readStored(keyOf(threadId, authorId, place))) as Partial<KeptChain> | null;
  const steps = (kept?.steps ?? []).filter((step) => typeof step?.bodyHtml === "string" && isWait(step.wait));
  if (!kept || steps.length === 0) return null;
  return {
    steps: steps.map((step) => ({ ...step, templateIds: Array.isArray(step.templateIds) ? step.templateIds : [] })),
    stopCategoryIds: kept.stopCategoryIds ?? null,
    awayRule: AWAY_RULES.find((known) => known === kept.awayRule) ?? "move",
  };
}

/** Keeps them, or takes them away with null. */
export function keepChain(threadId: number, authorId: string, place: ChainPlace, chain: KeptChain | null): void {
  writeStored(keyOf(threadId, authorId, place), chain && JSON.stringify(chain));
}

/** How long was waited before each step when somebody planned here last, then what is usual. */
export function waitFor(index: number): StepWait {
  const last = parsed(readStored(LAST));
  const used: unknown = Array.isArray(last) ? last[index] : null;
  if (isWait(used)) return used;
  return USUAL[Math.min(index, USUAL.length - 1)]!;
}

export const rememberWaits = (waits: StepWait[]): void => writeStored(LAST, JSON.stringify(waits));

const LAST = "follow-up-waits";

const USUAL: StepWait[] = [
  { count: 3, unit: "business_days", time: "09:00" },
  { count: 1, unit: "weeks", time: "09:00" },
  { count: 2, unit: "weeks", time: "09:00" },
];

function isWait(value: unknown): value is StepWait {
  const { count, unit, time } = (value ?? {}) as Partial<StepWait>;
  return typeof count === "number" && WAIT_UNITS.some((known) => known === unit) && typeof time === "string";
}

function parsed(stored: string | null): unknown {
  try {
    return stored ? JSON.parse(stored) : null;
  } catch {
    return null;
  }
}
