import { askForSession } from "./session-end";
import { readingStopped } from "./stop-reading";

/** Why a GET route did not answer: its closed code, or `unreachable` when nothing came back. */
export class QueryFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "QueryFailure";
    this.code = code;
  }
}

/** What a page on its way out still waits for: no answer and no failure. */
const never = new Promise<never>(() => {});

/** Reads JSON from one of our GET routes. @throws QueryFailure */
export async function fetchJson<Data>(url: string, signal: AbortSignal): Promise<Data> {
  const either = AbortSignal.any([signal, readingStopped]);
  const response = await fetch(url, { signal: either, headers: { accept: "application/json" } }).catch(
    (error: unknown) => {
      if (readingStopped.aborted) return never;
      throw signal.aborted ? error : new QueryFailure("unreachable");
    },
  );
  if (response.ok) return (await response.json()) as Data;
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  if (response.status === 401) void askForSession();
  throw new QueryFailure(body.error?.code ?? "unavailable");
}
