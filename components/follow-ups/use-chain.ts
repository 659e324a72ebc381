import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { randomId } from "@/components/ui/random-id";
import { useViewer } from "@/components/inbox/viewer";
import {
  chainOf,
  chainReducer,
  hasText,
  keptOf,
  type ChainAction,
  type ChainDraft,
  type KeptChain,
} from "./chain-draft";
import { keepChain, keptChain, waitFor, type ChainPlace } from "./kept-chain";

type Around = { threadId: number; place: ChainPlace; initial: KeptChain | null };
/** A part of a step that takes the focus: its choice of a template, its button to edit, its menu. */
type FocusAsked = { key: string; part: "template" | "edit" | "menu" };

export type ChainModel = ReturnType<typeof useChain>;

/** Follow-ups that are being written. Each change is kept in this browser until they are planned, so that no word is lost. */
export function useChain({ threadId, place, initial }: Around) {
  const { id: authorId } = useViewer().viewer;
  const [begun] = useState(() => begin(keptChain(threadId, authorId, place), initial));
  const [chain, draw] = useReducer(chainReducer, begun.chain);
  const [isRestored, setRestored] = useState(begun.isRestored);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const focus = useStepFocus();
  const newest = useRef(chain);
  const keep = useCallback(
    (next: KeptChain | null) => keepChain(threadId, authorId, place, next),
    [threadId, authorId, place],
  );
  const dispatch = useCallback(
    (action: ChainAction) => {
      newest.current = chainReducer(newest.current, action);
      draw(action);
      keep(hasText(newest.current) ? keptOf(newest.current) : null);
    },
    [keep],
  );
  return {
    chain,
    dispatch,
    /** What was begun earlier and not planned. */
    isRestored,
    /** The step whose text is being written. */
    openKey,
    open: setOpenKey,
    fold: () => {
      if (openKey) focus({ key: openKey, part: "edit" });
      setOpenKey(null);
    },
    add: () => {
      const key = randomId();
      dispatch({ type: "added", key, wait: waitFor(chain.steps.length) });
      focus({ key, part: "template" });
    },
    remove: (key: string) => {
      const index = chain.steps.findIndex((step) => step.key === key);
      const next = chain.steps[index + 1] ?? chain.steps[index - 1];
      dispatch({ type: "removed", key });
      if (next) focus({ key: next.key, part: "menu" });
    },
    putBack: () => {
      if (chain.removed) focus({ key: chain.removed.step.key, part: "menu" });
      dispatch({ type: "putBack" });
    },
    move: (key: string, by: 1 | -1) => {
      dispatch({ type: "moved", key, by });
      focus({ key, part: "menu" });
    },
    focus,
    /** What was kept goes, and it begins as if nothing had been. */
    beginAnew: () => {
      setRestored(false);
      setOpenKey(null);
      dispatch({ type: "anew", chain: begin(null, initial).chain });
      keep(null);
    },
    /** They are planned: nothing is to be kept any more. */
    forget: () => keep(null),
  };
}

function begin(kept: KeptChain | null, initial: KeptChain | null): { chain: ChainDraft; isRestored: boolean } {
  const first: KeptChain = {
    steps: [{ bodyHtml: "", templateIds: [], wait: waitFor(0) }],
    stopCategoryIds: null,
    awayRule: "move",
  };
  return { chain: chainOf(kept ?? initial ?? first, randomId), isRestored: kept !== null };
}

/** The focus goes to a part of a step once that is drawn. */
function useStepFocus(): (asked: FocusAsked) => void {
  const [asked, setAsked] = useState<FocusAsked | null>(null);
  useEffect(() => {
    if (!asked) return;
    const part = `[data-chain-editor] [data-step="${asked.key}"] [data-part="${asked.part}"]`;
    document.querySelector<HTMLElement>(part)?.focus();
  }, [asked]);
  return (wanted) => setAsked({ ...wanted });
}
