import { Toast } from "@base-ui/react/toast";

export type ToastTone = "plain" | "good" | "accent" | "warn" | "bad";
type ToastOptions = {
  description?: string;
  /** What can still be done about it: "Undo", "Open". */
  action?: { label: string; onPress: () => void };
  /** Milliseconds; 8 s by default, 0 stays until it is closed. It waits while hovered or focused. */
  duration?: number;
  /** Toasts with the same id replace one another. */
  id?: string;
};

export const toastManager = Toast.createToastManager<{ tone: ToastTone }>();

/** Says in the corner what happened; failures are announced at once, all else politely. @returns its id */
export function toast(title: string, options: ToastOptions & { tone?: ToastTone } = {}): string {
  const { description, action, duration, id, tone = "plain" } = options;
  const toastId = toastManager.add({
    title,
    data: { tone },
    priority: tone === "bad" ? "high" : "low",
    ...(id ? { id } : {}),
    ...(description ? { description } : {}),
    ...(duration === undefined ? {} : { timeout: duration }),
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              action.onPress();
              toastManager.close(toastId);
            },
          },
        }
      : {}),
  });
  return toastId;
}
