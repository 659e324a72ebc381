import { useEffect, useEffectEvent } from "react";
import type { ChosenTime } from "./composer-state";
import type { ReplyMode } from "./opening";

/** Somebody wants to answer or pass on one message of a thread, from a menu outside the composer. */
export type ReplyRequest = { threadId: number; messageId: string; mode: ReplyMode };

/** Somebody wants to write in a thread for a time that they have chosen elsewhere. */
type PlanRequest = { threadId: number; chosen: NonNullable<ChosenTime> };

/** Somebody wants to write to an address that stands in a thread. */
type AddressRequest = { threadId: number; address: string };

const listeners = new Set<(request: ReplyRequest) => void>();
const planners = new Set<(request: PlanRequest) => void>();
const writers = new Map<number, (address: string) => void>();
/** Asked for before the thread's composer was there; the last one counts. */
let waiting: PlanRequest | null = null;
const drafters = new Map<number, () => void>();
let waitingDraft: number | null = null;

export function requestReply(request: ReplyRequest): void {
  for (const listener of listeners) listener(request);
}

/** Brings a draft under the caret: at once where its thread is on the page, else as soon as it is opened. */
export function requestDraft(threadId: number): void {
  const hear = drafters.get(threadId);
  waitingDraft = hear ? null : threadId;
  hear?.();
}

/** Hears that the thread's draft is to have the caret as long as its composer is there, also what was asked before. */
export function useDraftRequest(threadId: number, onRequest: () => void): void {
  const hear = useEffectEvent(onRequest);
  useEffect(() => {
    const drafter = () => hear();
    drafters.set(threadId, drafter);
    if (waitingDraft === threadId) {
      waitingDraft = null;
      hear();
    }
    return () => {
      if (drafters.get(threadId) === drafter) drafters.delete(threadId);
    };
  }, [threadId]);
}

/** Opens the composer of a thread with a time set; one that is not on the page yet when it comes. */
export function requestPlan(request: PlanRequest): void {
  waiting = request;
  for (const planner of planners) planner(request);
}

/** Opens the composer of a thread with an address among its recipients. @returns whether the thread has one on the page */
export function requestWriting({ threadId, address }: AddressRequest): boolean {
  const write = writers.get(threadId);
  write?.(address);
  return write !== undefined;
}

/** Hears to whom somebody wants to write in a thread as long as its composer is there. */
export function useWritingRequests(threadId: number, onRequest: (address: string) => void): void {
  const hear = useEffectEvent(onRequest);
  useEffect(() => {
    const writer = (address: string) => hear(address);
    writers.set(threadId, writer);
    return () => {
      if (writers.get(threadId) === writer) writers.delete(threadId);
    };
  }, [threadId]);
}

/** Hears what is asked for in a thread as long as its composer is there. */
export function useReplyRequests(threadId: number, onRequest: (mode: ReplyMode, messageId: string) => void): void {
  const hear = useEffectEvent((request: ReplyRequest) => {
    if (request.threadId === threadId) onRequest(request.mode, request.messageId);
  });
  useEffect(() => {
    const listener = (request: ReplyRequest) => hear(request);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

/** Hears for which time somebody wants to write in a thread, also what was asked before its composer was there. */
export function usePlanRequests(threadId: number, onRequest: (chosen: NonNullable<ChosenTime>) => void): void {
  const hear = useEffectEvent((request: PlanRequest) => {
    if (request.threadId !== threadId) return;
    waiting = null;
    onRequest(request.chosen);
  });
  useEffect(() => {
    const planner = (request: PlanRequest) => hear(request);
    planners.add(planner);
    if (waiting) hear(waiting);
    return () => void planners.delete(planner);
  }, []);
}
