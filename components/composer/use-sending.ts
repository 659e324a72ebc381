import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState, type Dispatch } from "react";
import { sendFromComposer } from "@/lib/actions/replies";
import type { ThreadView } from "@/lib/domain/thread-view";
import { cacheDraft } from "@/lib/queries/cached-draft";
import { threadKeys } from "@/lib/queries/threads";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import type { ComposerAction, ComposerState, FieldComplaints } from "./composer-state";
import type { DraftKeeper } from "./draft-keeper";
import { refusalOf, UNREACHABLE, type Despite } from "./refusals";
import type { Readiness } from "./send-readiness";
import { toContract } from "./to-contract";

type Around = {
  thread: ThreadView;
  state: ComposerState;
  readiness: Readiness;
  keeper: DraftKeeper;
  dispatch: Dispatch<ComposerAction>;
  onSent: (accepted: AcceptedReply) => void;
  /** Something stands in the way of a press: the place where it is gets the focus. */
  onRefused: (problems: FieldComplaints) => void;
};

export type Sending = {
  /** Send was pressed and waits for files. */
  isAsked: boolean;
  isPending: boolean;
  /** The server asks before it writes to this lead. */
  confirming: Despite | null;
  ask: () => void;
  confirm: () => void;
  withdraw: () => void;
};

/**
 * Sends once: a press counts when everything typed has arrived in the state and all files are there. While a send is
 * under way no draft is saved, so that what left cannot come back as a draft.
 */
export function useSending({ thread, state, readiness, keeper, dispatch, onSent, onRefused }: Around): Sending {
  const [isAsked, setAsked] = useState(false);
  const [confirming, setConfirming] = useState<Despite | null>(null);
  const queries = useQueryClient();
  const refuse = (problems: FieldComplaints) => {
    keeper.resume();
    dispatch({ type: "refused", problems });
    onRefused(problems);
  };
  const mutation = useMutation({
    // What leaves is handed over with the press: this function may still be the one of the drawing before, in which a file
    // was on its way.
    mutationFn: async ({ confirmedDespite, written }: { confirmedDespite: Despite | null; written: ComposerState }) => {
      await keeper.stop({ forget: false });
      const despite = confirmedDespite ? { confirmedDespite } : {};
      const input = toContract(written, thread, { draftId: keeper.draftId, ...despite });
      return input ? sendFromComposer(input) : NOT_ANSWERABLE;
    },
    onSuccess: async (answer) => {
      if (!answer.ok) {
        const refusal = refusalOf(answer.error);
        if ("problems" in refusal) return refuse(refusal.problems);
        keeper.resume();
        return setConfirming(refusal.confirm);
      }
      setConfirming(null);
      await keeper.stop();
      cacheDraft(queries, thread.id, null);
      onSent(answer.data);
      // Rows and figures follow the stream; what nobody looks at is read when somebody does.
      await Promise.all([
        queries.invalidateQueries({ queryKey: threadKeys.thread(thread.id) }),
        queries.invalidateQueries({ queryKey: threadKeys.lists, refetchType: "none" }),
        queries.invalidateQueries({ queryKey: threadKeys.counts }),
      ]);
    },
    onError: () => {
      setConfirming(null);
      refuse(UNREACHABLE);
    },
  });
  const onAsked = useEffectEvent(() => {
    if (readiness.state === "waits") return;
    setAsked(false);
    if (readiness.state === "ready") mutation.mutate({ confirmedDespite: null, written: state });
    else onRefused(BLOCKED_AT[readiness.reason]);
  });
  useEffect(() => {
    if (!isAsked) return;
    const press = setTimeout(() => onAsked());
    return () => clearTimeout(press);
  }, [isAsked, readiness.state]);

  return {
    isAsked,
    isPending: mutation.isPending,
    confirming,
    ask: () => !mutation.isPending && setAsked(true),
    confirm: () => confirming && mutation.mutate({ confirmedDespite: confirming, written: state }),
    withdraw: () => (isAsked ? setAsked(false) : setConfirming(null)),
  };
}

const at = (reason: string) => ({ reason, index: null, values: {} });
const NOT_ANSWERABLE = { ok: false, error: { code: "not_found", reason: "message" } } as const;

/** Where the focus goes when Send cannot do what was asked. */
const BLOCKED_AT: Record<Extract<Readiness, { state: "blocked" }>["reason"], FieldComplaints> = {
  bad_address: { to: at("address") },
  nobody: { to: at("empty") },
  empty: { body: at("empty") },
  failed_file: { files: at("failed") },
  too_large: { files: at("too_large") },
  past: { schedule: at("in_the_past") },
};
