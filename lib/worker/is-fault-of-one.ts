import { SmartleadFault } from "@/lib/smartlead/smartlead-api";

/** Of the key, the budget or the line: whatever is asked next fails as well. All others may be of the one thing that was asked for. */
const OF_ALL: SmartleadFault["reason"][] = ["auth", "limit", "network"];

/** Whether a call failed in a way that says nothing of the next one, so that going on makes sense. */
export const isFaultOfOne = (error: unknown): error is SmartleadFault =>
  error instanceof SmartleadFault && !OF_ALL.includes(error.reason);
