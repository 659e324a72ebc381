import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { DraftContent } from "@/lib/domain/draft";
import { type ChosenTime, draftOf } from "./composer-state";
import type { ComposerModel } from "./use-composer";

/** What an open draft is to become: an answer to, or a forward of, some message; one that leaves at a time, or one to somebody besides. */
export type Turn = { opening: DraftContent } | { planned: NonNullable<ChosenTime> } | { added: string };

/** Makes of the open draft what was asked for, once for each asking. The words stay, and Undo gives back all else. */
export function useTurn(turn: Turn | null, { state, dispatch }: ComposerModel): void {
  const t = useTranslations("composer.toast");
  const done = useRef<Turn | null>(null);
  const onTurn = useEffectEvent((asked: Turn) => {
    if ("planned" in asked) return dispatch({ type: "schedule", chosen: asked.planned });
    if ("added" in asked) return dispatch({ type: "added", address: asked.added });
    const { opening } = asked;
    const former = draftOf(state);
    dispatch({ type: "turned", opening });
    const undo = { label: t("undo"), onPress: () => dispatch({ type: "turned", opening: former, isBack: true }) };
    return void toast(t(opening.kind === "forward" ? "turnedForward" : "turnedReply"), { action: undo });
  });
  useEffect(() => {
    if (!turn || done.current === turn) return;
    done.current = turn;
    onTurn(turn);
  }, [turn]);
}
