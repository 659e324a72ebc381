/** Why a GET route did not answer: its closed code, or `unreachable` when nothing came back. */
export class QueryFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "QueryFailure";
    this.code = code;
  }
}

/** Reads JSON from one of our GET routes. @throws QueryFailure */
export async function fetchJson<Data>(url: string, signal: AbortSignal): Promise<Data> {
  const response = await fetch(url, { signal, headers: { accept: "application/json" } }).catch((error: unknown) => {
    throw signal.aborted ? error : new QueryFailure("unreachable");
  });
  if (response.ok) return (await response.json()) as Data;
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  throw new QueryFailure(body.error?.code ?? "unavailable");
}
