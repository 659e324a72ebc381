import type { Clock } from "@/lib/core/clock";
import type { EgressRules } from "@/lib/core/egress";
import { httpCall, type HttpAnswer } from "./http-call";
import { readLimits } from "./read-limits";
import type { Budget } from "./smartlead-api";

export type RemoteCall = {
  method: "GET" | "POST" | "PATCH";
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  signal?: AbortSignal | undefined;
};
/** Makes a call whose turn has come. Its answer is free of the key. @throws NoAnswer */
export type Perform = (call: RemoteCall) => Promise<HttpAnswer>;

export type PerformOptions = {
  key: string;
  /** Such as `https://server.smartlead.ai/api/v1`. */
  baseUrl: string;
  budget: Budget;
  now: Clock;
  rules?: EgressRules | undefined;
  /** How long one call may take as a whole, its turn not counted. */
  timeoutMs?: number | undefined;
};

/** Calls with one key, and what they say about the rate is told to its budget. The key stands in the address, as Smartlead wants it. */
export function performer({ key, baseUrl, budget, now, rules, timeoutMs = 60_000 }: PerformOptions): Perform {
  const base = baseUrl.replace(/\/+$/, "");
  const spellings = [key, encodeURIComponent(key), new URLSearchParams({ key }).toString().slice("key=".length)];
  return async ({ method, path, query = {}, body, signal }) => {
    const url = `${base}${path}?${new URLSearchParams({ ...query, api_key: key })}`;
    const answer = await httpCall({ method, url, timeoutMs, signal, rules, ...(body ? { body } : {}) });
    // A page for an unknown path may well show the whole address.
    const text = spellings.reduce((clean, spelling) => clean.replaceAll(spelling, "[key]"), answer.text);
    const said = readLimits(answer, now());
    // The call is made: that its budget cannot be told must not hide how it ended.
    if (Object.keys(said).length > 0) await budget.heard(said).catch(() => undefined);
    return { ...answer, text };
  };
}
