import type { UploadProgress } from "@/lib/services/uploads/schemas";

type Wanted = { begin: File } | { ask: string } | { id: string; offset: number; part: Blob };

/** `status` 0: nobody answered. */
export type PartAnswer = { status: number; progress: UploadProgress | null };

type Way = {
  signal: AbortSignal;
  /** How long nothing may be heard: no byte that leaves, and no answer after the last. */
  patienceMs: number;
  onSent?: (bytes: number) => void;
};

/**
 * One request of a file that comes in parts: begin it, ask how far it is, or send the next part. XMLHttpRequest, because fetch does
 * not tell how much has left. A connection that died without a word (a VPN or a sleep between) is given up after `patienceMs`.
 */
export function sendPart(wanted: Wanted, { signal, patienceMs, onSent }: Way): Promise<PartAnswer> {
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    const nobody = () => resolve({ status: 0, progress: null });
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), patienceMs);
    };
    request.upload.onprogress = ({ loaded }) => {
      heard();
      onSent?.(loaded);
    };
    request.onprogress = heard;
    request.onloadend = () => clearTimeout(silence);
    request.onload = () => resolve({ status: request.status, progress: progressIn(request) });
    request.onerror = nobody;
    request.onabort = nobody;
    signal.addEventListener("abort", () => request.abort(), { once: true });
    heard();
    if ("begin" in wanted) {
      const { name, type, size } = wanted.begin;
      request.open("POST", "/api/uploads/parts");
      request.setRequestHeader("Content-Type", "application/json");
      request.send(JSON.stringify({ fileName: name || "file", contentType: type, size }));
    } else if ("ask" in wanted) {
      request.open("GET", `/api/uploads/${wanted.ask}/parts`);
      request.send();
    } else {
      request.open("PUT", `/api/uploads/${wanted.id}/parts?offset=${wanted.offset}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.send(wanted.part);
    }
  });
}

function progressIn({ status, responseText }: XMLHttpRequest): UploadProgress | null {
  if (status < 200 || status >= 300) return null;
  try {
    const answer = JSON.parse(responseText) as Partial<UploadProgress>;
    const { id, offset, isWhole } = answer;
    return typeof id === "string" && typeof offset === "number" ? { id, offset, isWhole: isWhole === true } : null;
  } catch {
    return null;
  }
}
