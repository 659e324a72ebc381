"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { KeyboardEventHandler, ReactNode } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";

type AnchoredMenuProps = {
  /** What it grows from; the middle of the screen without one. */
  anchor: Element | null;
  /** Its name, drawn on top. */
  title: string;
  shortcut?: string;
  onClose: () => void;
  /** Where the focus goes when it closes. */
  finalFocus: () => HTMLElement | null;
  onKeyDown?: KeyboardEventHandler;
  children: ReactNode;
};

/** A menu that is opened by whatever it stands beside: a button here, a key there. It is drawn only while it is open. */
export function AnchoredMenu({ anchor, title, shortcut, onClose, finalFocus, onKeyDown, children }: AnchoredMenuProps) {
  return (
    <BaseMenu.Root open onOpenChange={(next) => !next && onClose()}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner anchor={anchor} align="end" sideOffset={4} className="z-popover outline-none">
          <BaseMenu.Popup
            finalFocus={finalFocus}
            onKeyDown={onKeyDown}
            className={cn(
              "max-h-(--available-height) max-w-80 min-w-52 origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised p-1 shadow-2 outline-none",
              "transition-[opacity,scale] duration-2 data-starting-style:scale-98 data-starting-style:opacity-0",
            )}
          >
            <BaseMenu.Group>
              <BaseMenu.GroupLabel className="flex items-center gap-2 px-2 pt-1.5 pb-1 text-11 text-text-3">
                {title}
                {shortcut ? <Kbd>{shortcut}</Kbd> : null}
              </BaseMenu.GroupLabel>
              {children}
            </BaseMenu.Group>
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** One action, or one of several choices: `state` says whether it holds for all that it is about, and `hint` for how many. */
export function AnchoredItem({
  icon,
  hint,
  shortcut,
  isOn,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  hint?: string | undefined;
  shortcut?: string | undefined;
  isOn?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  const choice = isOn === undefined ? {} : { role: "menuitemradio", "aria-checked": isOn };
  return (
    <BaseMenu.Item
      {...choice}
      onClick={onSelect}
      aria-keyshortcuts={shortcut}
      className={cn(
        "flex min-h-control items-center gap-2 rounded-2 px-2 text-13 outline-none select-none touch:min-h-control-touch",
        "aria-checked:font-medium data-highlighted:bg-hover [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75] [&_svg]:text-text-2",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint ? <span className="text-12 text-text-3 tabular-nums">{hint}</span> : null}
      {isOn ? <Check aria-hidden /> : null}
      {shortcut ? (
        <span className="touch:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      ) : null}
    </BaseMenu.Item>
  );
}
