import { orderToast, type ToastTone } from "./toast-queue";
import { endUndo, offerUndo } from "./undo-offers";

/** What can still be done about what a toast says. Undo unless `isUndo` is false, and `of` names what is undone; the key of undo takes it. */
type ToastAction = { label: string; onPress: () => void; isUndo?: boolean; of?: string };

type ToastOptions = {
  description?: string;
  action?: ToastAction;
  /** Milliseconds; 8 s by default, 0 stays until it is closed. It waits while hovered or focused. */
  duration?: number;
  /** Toasts with the same id replace one another. */
  id?: string;
};

let count = 0;

/** Says in the corner what happened; failures are announced at once, all else politely. @returns its id */
export function toast(title: string, options: ToastOptions & { tone?: ToastTone } = {}): string {
  const { description, action, duration, tone = "plain", id: toastId = `toast-${++count}` } = options;
  const isUndo = action !== undefined && action.isUndo !== false;
  const of = action?.of ?? toastId;
  const close = () => orderToast({ close: toastId });
  const press = () => {
    close();
    // What else offers the same has nothing left to take back.
    if (isUndo) endUndo(of);
    action?.onPress();
  };
  orderToast({
    show: {
      id: toastId,
      title,
      data: { tone, isUndo, actionLabel: action?.label ?? null },
      priority: tone === "bad" ? "high" : "low",
      onClose: () => withdraw(toastId),
      ...(description ? { description } : {}),
      ...(duration === undefined ? {} : { timeout: duration }),
      ...(action ? { actionProps: { onClick: press } } : {}),
    },
  });
  withdraw(toastId);
  if (isUndo) offered.set(toastId, offerUndo({ of, undo: press, onTaken: close }));
  return toastId;
}

const offered = new Map<string, () => void>();

function withdraw(toastId: string): void {
  offered.get(toastId)?.();
  offered.delete(toastId);
}
