export type ToastTone = "plain" | "good" | "accent" | "warn" | "bad";
export type ToastData = { tone: ToastTone; actionLabel: string | null; isUndo: boolean };
export type ToastToShow = {
  id: string;
  title: string;
  description?: string;
  data: ToastData;
  priority: "low" | "high";
  /** Milliseconds; 0 stays. */
  timeout?: number;
  onClose: () => void;
  actionProps?: { onClick: () => void };
};
type ToastOrder = { show: ToastToShow } | { close: string };

let taker: ((order: ToastOrder) => void) | null = null;
const waiting: ToastOrder[] = [];
const listeners = new Set<() => void>();

/** Hands an order to what draws toasts; until that is loaded and listens, it waits. */
export function orderToast(order: ToastOrder): void {
  if (taker) return taker(order);
  waiting.push(order);
  listeners.forEach((listener) => listener());
}

/** Takes all orders from now on, first those that wait. @returns how to stop */
export function takeToasts(take: (order: ToastOrder) => void): () => void {
  taker = take;
  waiting.splice(0).forEach(take);
  return () => {
    taker = null;
  };
}

export const hasWaitingToasts = (): boolean => waiting.length > 0;

/** Calls back when a toast has to wait. @returns how to stop */
export function onWaitingToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
