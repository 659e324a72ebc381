import type { ImportReport, ImportResult } from "@/lib/domain/import-report";
import type { CheckImportInput, WriteImportInput } from "@/lib/services/imports/schemas";

type Problem = { path: string; reason: string; values?: Record<string, string | number> };
export type ImportRefusal = { code: string; reason?: string; fields?: Problem[] };
export type ImportAnswer<Data> = { ok: true; data: Data } | { ok: false; error: ImportRefusal };

/** What a file would bring in. The file is sent along each time and kept nowhere. */
export const checkImportFile = (file: File, input: CheckImportInput, signal: AbortSignal) =>
  post<ImportReport>("/api/imports/check", file, input, signal);

export const writeImportFile = (file: File, input: WriteImportInput) =>
  post<ImportResult>("/api/imports/write", file, input);

async function post<Data>(
  address: string,
  file: File,
  input: object,
  signal?: AbortSignal,
): Promise<ImportAnswer<Data>> {
  const body = new FormData();
  body.set("input", JSON.stringify(input));
  body.set("file", file);
  try {
    const response = await fetch(address, { method: "POST", body, ...(signal ? { signal } : {}) });
    if (response.ok) return { ok: true, data: (await response.json()) as Data };
    const answer = (await response.json().catch(() => ({}))) as { error?: ImportRefusal };
    return { ok: false, error: answer.error ?? { code: response.status === 413 ? "too_large" : "unavailable" } };
  } catch (error) {
    if (signal?.aborted) throw error;
    // A file that was changed on disk since it was chosen cannot be read any more either.
    return { ok: false, error: { code: "unavailable" } };
  }
}
