import { MAX_TOTAL_BYTES } from "./files";

export type UploadOutcome =
  | { state: "uploaded"; id: string }
  | { state: "failed"; problem: "network" | "too_large" | "refused" | "signed_out" }
  | { state: "stopped" };

export type Upload = { done: Promise<UploadOutcome>; stop: () => void };

/**
 * Streams a file to `POST /api/uploads?name=…`. XMLHttpRequest, because fetch does not tell how much has left.
 * @param onProgress bytes that have left so far
 */
export function uploadFile(file: File, onProgress: (sent: number) => void): Upload {
  if (file.size > MAX_TOTAL_BYTES)
    return { done: Promise.resolve({ state: "failed", problem: "too_large" }), stop: () => {} };
  const request = new XMLHttpRequest();
  const done = new Promise<UploadOutcome>((resolve) => {
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => resolve(outcomeOf(request.status, request.responseText));
    request.onerror = () => resolve({ state: "failed", problem: "network" });
    request.onabort = () => resolve({ state: "stopped" });
    request.open("POST", `/api/uploads?${new URLSearchParams({ name: file.name || "file" })}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

/** What the route's answer means. Its body is `{id}` or carries it in `data`. */
export function outcomeOf(status: number, body: string): UploadOutcome {
  if (status === 413) return { state: "failed", problem: "too_large" };
  if (status === 401) return { state: "failed", problem: "signed_out" };
  if (status >= 500) return { state: "failed", problem: "network" };
  const id = status >= 200 && status < 300 ? idIn(body) : null;
  return id ? { state: "uploaded", id } : { state: "failed", problem: "refused" };
}

function idIn(body: string): string | null {
  try {
    const answer = JSON.parse(body) as { id?: unknown; data?: { id?: unknown } };
    const id = answer.id ?? answer.data?.id;
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
