"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";

const itemClass = cn(
  "flex min-h-control items-center gap-2 rounded-2 px-2 text-13 outline-none select-none touch:min-h-control-touch",
  "data-disabled:text-text-off data-highlighted:bg-hover [&_svg]:size-[15px] [&_svg]:shrink-0 [&_svg]:stroke-[1.75] [&_svg]:text-text-2",
);

type MenuProps = {
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "right";
} & (
  | { trigger: ReactElement<Record<string, unknown>> }
  /** For menus that are loaded when they are asked for: open at once, at a button that was there before. */
  | { openAt: RefObject<HTMLElement | null>; onClose: () => void }
);

/** A list of actions that grows from its trigger. */
export function Menu({ children, align = "end", side = "bottom", ...at }: MenuProps) {
  const isLoaded = "openAt" in at;
  return (
    <BaseMenu.Root {...(isLoaded ? { open: true, onOpenChange: (open: boolean) => !open && at.onClose() } : {})}>
      {isLoaded ? null : <BaseMenu.Trigger render={at.trigger} />}
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          align={align}
          side={side}
          sideOffset={4}
          className="z-popover outline-none"
          {...(isLoaded ? { anchor: at.openAt } : {})}
        >
          <BaseMenu.Popup
            {...(isLoaded ? { finalFocus: at.openAt } : {})}
            className="max-h-(--available-height) min-w-44 origin-(--transform-origin) overflow-y-auto rounded-3 bg-raised p-1 shadow-2 transition-[opacity,scale] duration-2 outline-none data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export function MenuItem({
  icon,
  shortcut,
  tone = "plain",
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  shortcut?: string;
  tone?: "plain" | "bad";
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled}
      aria-keyshortcuts={shortcut}
      className={cn(itemClass, tone === "bad" && "text-bad [&_svg]:text-bad")}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </BaseMenu.Item>
  );
}

/** Actions that belong together, under what is said of all of them. */
export const MenuGroup = ({ label, children }: { label: string; children: ReactNode }) => (
  <BaseMenu.Group>
    <BaseMenu.GroupLabel className="max-w-64 px-2 pt-1.5 pb-1 text-11 text-text-3">{label}</BaseMenu.GroupLabel>
    {children}
  </BaseMenu.Group>
);

/** One of several choices, of which one holds. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: Value;
  options: { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
}) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-11 text-text-3">{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick className={itemClass}>
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <BaseMenu.RadioItemIndicator>
              <Check aria-hidden />
            </BaseMenu.RadioItemIndicator>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  );
}

export const MenuSeparator = () => <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
