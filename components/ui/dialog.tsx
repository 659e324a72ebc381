"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./cn";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first. */
  actions?: ReactNode;
  trigger?: ReactElement<Record<string, unknown>>;
  /** What holds focus when it opens: the safe choice, or the first field. */
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
  /** A press beside it does not close it: for what somebody writes in. */
  isKeptByPress?: boolean;
};

/** Asks before what cannot be undone, or takes a short form. Focus goes back to the trigger. */
export function Dialog({ open, onOpenChange, trigger, initialFocus, className, isKeptByPress, ...parts }: DialogProps) {
  return (
    <BaseDialog.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      disablePointerDismissal={isKeptByPress === true}
    >
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-dialog bg-scrim transition-opacity duration-3 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          {...(initialFocus ? { initialFocus } : {})}
          className={cn(
            "fixed top-1/2 left-1/2 z-dialog max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 base:max-w-md",
            "scroll-pb-20 overflow-y-auto rounded-4 bg-raised p-5 wrap-anywhere shadow-3 transition-[opacity,scale] duration-3",
            "data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0",
            className,
          )}
        >
          <DialogBody {...parts} />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

function DialogBody({
  title,
  description,
  children,
  actions,
}: Pick<DialogProps, "title" | "description" | "children" | "actions">) {
  return (
    <>
      <BaseDialog.Title className="text-16 font-strong tracking-tight">{title}</BaseDialog.Title>
      {description ? (
        <BaseDialog.Description className="mt-1 text-13 text-text-2">{description}</BaseDialog.Description>
      ) : null}
      {children ? <div className="mt-4">{children}</div> : null}
      {actions ? (
        // In a long dialog what ends it stays in sight, and what goes on below it fades. A long name in a button goes on in a next line.
        <div
          data-foot
          className="sticky -bottom-5 -mx-5 mt-4 -mb-5 flex flex-wrap justify-end gap-2 rounded-b-4 bg-raised px-5 pt-1 pb-5 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-4 before:bg-linear-to-t before:from-raised before:to-transparent [&>button]:h-auto [&>button]:max-w-full [&>button]:shrink [&>button]:py-0.5 [&>button]:wrap-anywhere [&>button]:whitespace-normal"
        >
          {actions}
        </div>
      ) : null}
    </>
  );
}
