import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState, type Dispatch } from "react";
import type { ActionResult } from "@/lib/actions/action";
import { sendFromComposer } from "@/lib/actions/replies";
import { afterPaint } from "@/components/ui/after-paint";
import { toast } from "@/components/ui/toast";
import { promisedFile } from "@/lib/domain/promised-files";
import type { ThreadView } from "@/lib/domain/thread-view";
import { cacheDraft } from "@/lib/queries/cached-draft";
import { threadKeys } from "@/lib/queries/threads";
import type { AcceptedReply } from "@/lib/services/replies/schemas";
import type { Along } from "./along";
import { draftOf, type ComposerAction, type ComposerState, type FieldComplaints } from "./composer-state";
import { ownWords } from "@/lib/domain/own-words";
import type { DraftKeeper } from "./draft-keeper";
import { otherVersion } from "./other-version";
import { refusalOf, UNREACHABLE, type Despite } from "./refusals";
import type { Readiness } from "./send-readiness";
import { toContract } from "./to-contract";

type Around = {
  thread: ThreadView;
  state: ComposerState;
  /** Everything typed stands in `state`. */
  isDrawn: () => boolean;
  readiness: Readiness;
  keeper: DraftKeeper;
  /** Of when the author's knowledge of the thread is. */
  begunAt: string;
  dispatch: Dispatch<ComposerAction>;
  onSent: (accepted: AcceptedReply, along: Along) => void;
  /** Something stands in the way of a press: the place where it is gets the focus. */
  onRefused: (problems: FieldComplaints) => void;
};

/** `isSure`: sent although a file is spoken of and none is there. */
type Asked = Along & { isSure?: true };
type Press = {
  confirmedDespite: Despite | null;
  written: ComposerState;
  begunAt: string;
  along: Along;
  /** This window has handed over the same before, and had no answer. */
  isAgain: boolean;
  /** The server does not have all of it. */
  isUnsaved: boolean;
};

export type Sending = {
  /** Send was pressed and waits for files. */
  isAsked: boolean;
  isPending: boolean;
  /** The server asks before it writes to this lead. */
  confirming: Despite | null;
  ask: (along?: Along) => void;
  confirm: () => void;
  withdraw: () => void;
  /** A file is spoken of in this word, and none is there: `sendSure` sends nevertheless. */
  promisedWord: string | null;
  sendSure: () => void;
  /** The composer is closed on purpose: what waits for its files is given up without a word. */
  end: () => void;
};

/**
 * Sends once: a press counts when everything typed has arrived in the state and all files are there. While a send is
 * under way no draft is saved, so that what left cannot come back as a draft.
 */
export function useSending(around: Around): Sending {
  const { thread, state, isDrawn, readiness, keeper, begunAt, dispatch, onSent, onRefused } = around;
  const [asked, setAsked] = useState<Asked | null>(null);
  const isAsked = asked !== null;
  const [confirming, setConfirming] = useState<{ despite: Despite; along: Along } | null>(null);
  const [promised, setPromised] = useState<{ word: string; along: Along } | null>(null);
  // A second press may come before the first one has been drawn.
  const isUnderWay = useRef(false);
  const queries = useQueryClient();
  const refuse = (problems: FieldComplaints) => {
    keeper.resume();
    dispatch({ type: "refused", problems });
    onRefused(problems);
  };
  const mutation = useMutation({
    // What leaves is handed over with the press: this function may still be the one of the drawing before, in which a file
    // was on its way.
    mutationFn: async ({ confirmedDespite, written, begunAt, along: { next: _next, ...along } }: Press) => {
      await keeper.stop({ forget: false });
      // A save that was on its way has learned it first, and leads away or shows both versions.
      const { state: kept } = keeper.snapshot();
      if (kept === "already_sent") return null;
      if (kept === "changed_elsewhere") return DRAFT_CHANGED;
      const known = { begunAt, ...(confirmedDespite ? { confirmedDespite } : {}), ...along };
      for (;;) {
        const { draftId, savedAt: basedOn } = keeper;
        const input = toContract(written, thread, { draftId, basedOn, ...known });
        const answer = input ? await sendFromComposer(input) : NOT_ANSWERABLE;
        if (!isDraftChanged(answer) || !keeper.foundChanged(draftOf(written), await otherVersion(thread.id)))
          return answer;
      }
    },
    onSuccess: async (answer, { written, along, isAgain, isUnsaved }) => {
      if (!answer) return;
      if (!answer.ok) {
        keeper.takeBack(draftOf(written));
        if (isDraftChanged(answer)) {
          setConfirming(null);
          return keeper.resume();
        }
        const refusal = refusalOf(answer.error);
        // The thread is not as this window knows it.
        if (answer.error.code === "conflict")
          void queries.invalidateQueries({ queryKey: threadKeys.thread(thread.id) });
        if ("problems" in refusal) return refuse(refusal.problems);
        keeper.resume();
        return setConfirming({ despite: refusal.confirm, along });
      }
      setConfirming(null);
      // What was answered is what another window has sent: other words were in it.
      if (answer.data.isRepeat && !isAgain && (isUnsaved || answer.data.hasOtherWords)) {
        keeper.takeBack(draftOf(written));
        return keeper.foundSent();
      }
      await keeper.stop();
      cacheDraft(queries, thread.id, null);
      onSent(answer.data, along);
      await new Promise<void>((painted) => afterPaint(painted));
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
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  const press = (confirmedDespite: Despite | null, along: Along) => {
    const content = draftOf(state);
    const isAgain = keeper.mayHaveLeft(content);
    const isUnsaved = keeper.unsaved !== null;
    keeper.handOver(content);
    isUnderWay.current = true;
    mutation.mutate({ confirmedDespite, written: state, begunAt, along, isAgain, isUnsaved });
  };
  const onAsked = useEffectEvent(() => {
    if (readiness.state === "waits" || !asked) return;
    setAsked(null);
    const word = readiness.state === "ready" && !asked.isSure ? missingFile(state) : null;
    if (word !== null) setPromised({ word, along: withoutSure(asked) });
    else if (readiness.state === "ready") press(null, withoutSure(asked));
    else onRefused(BLOCKED_AT[readiness.reason]);
  });
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => onAsked());
    return () => clearTimeout(timer);
  }, [isAsked, readiness.state]);
  const ask = (along: Asked = {}) => {
    if (mutation.isPending || isUnderWay.current) return;
    const isSimple = readiness.state === "ready" && isDrawn() && (along.isSure || missingFile(state) === null);
    // What waits for nothing leaves with the press itself, before anything is drawn for it.
    if (isSimple) press(null, withoutSure(along));
    else setAsked(along);
  };
  const end = useLeftBefore(isAsked && readiness.state === "waits");

  return {
    isAsked,
    isPending: mutation.isPending,
    confirming: confirming?.despite ?? null,
    ask,
    confirm: () => confirming && press(confirming.despite, confirming.along),
    withdraw: () => {
      if (isAsked) return setAsked(null);
      setPromised(null);
      setConfirming(null);
    },
    promisedWord: promised?.word ?? null,
    sendSure: () => {
      if (promised) ask({ ...promised.along, isSure: true });
      setPromised(null);
    },
    end,
  };
}

/**
 * Send was pressed, and the composer closes while files are on their way: it does not leave by itself, which would pass for sent.
 * @returns what is called before it closes on purpose
 */
function useLeftBefore(isWaiting: boolean): () => void {
  const t = useTranslations("composer.toast");
  const isMeant = useRef(false);
  const onLeft = useEffectEvent(() => {
    if (isWaiting && !isMeant.current) toast(t("leftBefore"), { tone: "bad" });
  });
  useEffect(() => () => onLeft(), []);
  return () => void (isMeant.current = true);
}

/** The word that promises a file where nothing hangs below the text, nor is a link to fetch one. */
function missingFile({ bodyHtml, files }: ComposerState): string | null {
  return files.some(({ isInline }) => !isInline) ? null : promisedFile(ownWords(bodyHtml));
}

/** The contract does not know it. */
const withoutSure = ({ isSure: _sure, ...along }: Asked): Along => along;

const at = (reason: string) => ({ reason, index: null, values: {} });
const NOT_ANSWERABLE = { ok: false, error: { code: "not_found", reason: "message" } } as const;
const DRAFT_CHANGED = { ok: false, error: { code: "conflict", reason: "draft_changed" } } as const;

const isDraftChanged = (answer: ActionResult<AcceptedReply>): boolean =>
  !answer.ok && answer.error.reason === DRAFT_CHANGED.error.reason;

/** Where the focus goes when Send cannot do what was asked. */
const BLOCKED_AT: Record<Extract<Readiness, { state: "blocked" }>["reason"], FieldComplaints> = {
  bad_address: { to: at("address") },
  nobody: { to: at("empty") },
  empty: { body: at("empty") },
  open_variable: { body: at("unresolved_variable") },
  failed_file: { files: at("failed") },
  too_large: { files: at("too_large") },
  past: { schedule: at("in_the_past") },
  conflict: { form: at("draft_changed") },
};
