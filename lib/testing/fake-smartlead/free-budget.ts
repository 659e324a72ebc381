import type { Budget } from "@/lib/smartlead/smartlead-api";

/** A budget that lets every call go at once; `taken` and `told` are what it was asked and told. */
export function freeBudget(): Budget & { taken: string[]; told: Parameters<Budget["heard"]>[0][] } {
  const taken: string[] = [];
  const told: Parameters<Budget["heard"]>[0][] = [];
  return {
    taken,
    told,
    async take(kind, signal) {
      signal?.throwIfAborted();
      taken.push(kind);
    },
    async heard(said) {
      told.push(said);
    },
  };
}
