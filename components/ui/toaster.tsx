"use client";

import { Toast } from "@base-ui/react/toast";
import { CircleCheck, CircleX, Info, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";
import { takeToasts, type ToastData } from "./toast-queue";
import { useToastPlace } from "./use-toast-place";

const toastManager = Toast.createToastManager<ToastData>();

const ICONS = {
  plain: <CircleCheck className="text-text-2" />,
  good: <CircleCheck className="text-good" />,
  accent: <Info className="text-accent-text" />,
  warn: <TriangleAlert className="text-warn" />,
  bad: <CircleX className="text-bad" />,
} as const;

/** Where toasts appear: below the middle of the page, one stack of three at most, eight seconds each. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  // What stands inside listens to the manager by then: effects of children come first.
  useEffect(
    () =>
      takeToasts((order) => {
        if ("show" in order) toastManager.add(order.show);
        else toastManager.close(order.close);
      }),
    [],
  );
  return (
    <Toast.Provider toastManager={toastManager} timeout={8000} limit={3}>
      <Toast.Portal>
        <Toasts closeLabel={closeLabel} />
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager<ToastData>();
  const place = useToastPlace(toasts.length > 0);
  return (
    <Toast.Viewport data-pane="toasts" style={place} className="fixed z-toast flex flex-col gap-2">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </Toast.Viewport>
  );
}

type OneToastProps = { toast: Toast.Root.ToastObject<ToastData>; closeLabel: string };

function OneToast({ toast, closeLabel }: OneToastProps) {
  return (
    <Toast.Root
      toast={toast}
      swipeDirection={["left", "down"]}
      // The library hides urgent ones and the button that closes from screen readers; both can be reached by keys.
      aria-hidden={false}
      className={cn(
        "rounded-3 bg-raised shadow-3 transition-[opacity,translate] duration-3",
        "data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-1 data-starting-style:opacity-0",
      )}
    >
      <Toast.Content className="flex items-center gap-2.5 py-2 pr-2 pl-3 text-13 [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75]">
        {ICONS[toast.data?.tone ?? "plain"]}
        <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <Toast.Title className="text-13" />
          <Toast.Description className="text-12 text-text-2" />
        </div>
        {toast.data?.actionLabel ? (
          <Toast.Action
            aria-keyshortcuts={toast.data.isUndo ? "Z" : undefined}
            className="inline-flex h-control-sm shrink-0 items-center gap-1.5 rounded-2 px-2 text-12 font-medium hover:bg-hover touch:h-control-touch"
          >
            {toast.data.actionLabel}
            {toast.data.isUndo ? (
              <span className="inline-flex touch:hidden">
                <Kbd>Z</Kbd>
              </span>
            ) : null}
          </Toast.Action>
        ) : null}
        <Toast.Close
          aria-hidden={false}
          aria-label={closeLabel}
          className="flex size-control-sm shrink-0 items-center justify-center rounded-2 text-text-2 hover:bg-hover touch:size-control-touch"
        >
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  );
}
