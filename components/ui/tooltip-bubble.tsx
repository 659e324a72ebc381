"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { Kbd } from "./kbd";
import type { Tip } from "./watch-tips";

/** A name and a key beside a control. It never says what the control already says. */
export function TooltipBubble({ anchor, label, shortcut }: Tip) {
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="z-tooltip">
          <Tooltip.Popup
            data-tip-bubble
            className="flex items-center gap-1.5 rounded-2 bg-text px-2 py-1 text-12 font-medium text-surface"
          >
            {label}
            {shortcut ? <Kbd inverse>{shortcut}</Kbd> : null}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
