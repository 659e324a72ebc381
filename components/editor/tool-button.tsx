"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";

export const TOOL_CLASS = "size-control-sm touch:size-9";

type ToolButtonProps = {
  label: string;
  shortcut?: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onClick?: () => void;
  children: ReactNode;
};

/** A button of the bar of tools: one tab stop for all, arrows between them. */
export function ToolButton({ label, shortcut, isPressed, isDisabled = false, onClick, children }: ToolButtonProps) {
  return (
    <Toolbar.Button
      disabled={isDisabled}
      render={
        <IconButton
          label={label}
          {...(shortcut ? { shortcut } : {})}
          {...(isPressed === undefined ? {} : { "aria-pressed": isPressed })}
          {...(onClick ? { onClick } : {})}
          // The text keeps the focus: what is typed right after the press goes on in it.
          onMouseDown={(event) => event.preventDefault()}
          className={TOOL_CLASS}
        >
          {children}
        </IconButton>
      }
    />
  );
}

/** The same as what opens a menu or a popover; by its `name` it is found in the bar. */
export const toolTrigger = (
  label: string,
  icon: ReactNode,
  { shortcut, name }: { shortcut?: string; name?: string } = {},
): ReactElement<Record<string, unknown>> => (
  <Toolbar.Button
    render={
      <IconButton label={label} {...(shortcut ? { shortcut } : {})} data-tool={name} className={TOOL_CLASS}>
        {icon}
      </IconButton>
    }
  />
);
