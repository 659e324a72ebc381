/** What may go wrong with a call. `lost_before`: the connection ends unread; `lost_after`: the call is carried out, and then it ends. */
export type Fault =
  | { kind: "limit"; retryAfter?: number; where?: "header" | "body" | "both" | "nowhere" }
  | { kind: "auth" }
  | { kind: "server"; json?: boolean }
  | { kind: "gateway" }
  | { kind: "html" }
  | { kind: "not_json" }
  | { kind: "empty" }
  | { kind: "slow"; ms: number }
  | { kind: "lost_before" }
  | { kind: "lost_after" }
  | { kind: "halfway" };

/** How an unknown path is answered, and how a path is said not to exist. */
export type PathAnswer = "on" | "html_page" | "html_404" | "text_405" | "json_404" | "redirect";
export type SuccessAnswer = "text" | "success_json" | "ok_json" | "empty";

export type Switches = {
  /** The two endpoints that take replies. */
  a: PathAnswer;
  b: PathAnswer;
  success: SuccessAnswer;
  /** Ids in lists come as texts, as numbers, or as either. */
  ids: "text" | "number" | "mixed";
  /** Message histories come in any order. */
  shufflesHistory: boolean;
  /** How long a message is missing in histories after it was sent, in ms. */
  historyLagMs: number;
  /** What is missing is answered with 200 and `{}`, with 200 and nothing, or with 404. */
  missing: "object" | "empty" | "404";
  /** Calls beyond it are answered with 429. */
  perTwoSeconds: number;
  perMinute: number;
  /** Every answer takes so long. */
  latencyMs: number;
  fetchesFiles: boolean;
  sendsRateHeaders: boolean;
};

export const ORDINARY: Switches = {
  a: "on",
  b: "on",
  success: "text",
  ids: "text",
  shufflesHistory: true,
  historyLagMs: 0,
  missing: "object",
  perTwoSeconds: Number.POSITIVE_INFINITY,
  perMinute: Number.POSITIVE_INFINITY,
  latencyMs: 0,
  fetchesFiles: false,
  sendsRateHeaders: false,
};

/** What goes wrong next: each fault is for so many calls whose path matches. */
export function faultQueue() {
  const queue: { fault: Fault; path: RegExp; left: number }[] = [];
  return {
    add: (fault: Fault, { path = /./, times = 1 }: { path?: RegExp; times?: number } = {}) =>
      void queue.push({ fault, path, left: times }),
    clear: () => void queue.splice(0),
    next(path: string): Fault | null {
      const at = queue.findIndex((each) => each.path.test(path));
      const found = queue[at];
      if (!found) return null;
      if (--found.left <= 0) queue.splice(at, 1);
      return found.fault;
    },
  };
}

/** The page for an unknown path; `{url}` becomes what was asked for, key and all. */
export const HTML_PAGE =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Smartlead</title></head><body><pre>{url}</pre></body></html>\n';
