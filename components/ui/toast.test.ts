import { expect, test, vi } from "vitest";
import { toast } from "./toast";
import { takeToasts, type ToastToShow } from "./toast-queue";
import { hasUndo, offerUndo } from "./undo-offers";

test("an undo that is pressed in a toast is over wherever else it was offered", () => {
  const shown: ToastToShow[] = [];
  const stop = takeToasts((order) => {
    if ("show" in order) shown.push(order.show);
    else shown.find(({ id }) => id === order.close)?.onClose();
  });
  const inToast = vi.fn<() => void>();
  const onCard = vi.fn<() => void>();
  toast("Sending in 10 s", { action: { label: "Undo", onPress: inToast, of: "reply 7" } });
  offerUndo({ of: "reply 7", undo: onCard });

  shown[0]!.actionProps!.onClick();

  expect(inToast).toHaveBeenCalledOnce();
  expect(onCard).not.toHaveBeenCalled();
  expect(hasUndo()).toBe(false);
  stop();
});
