"use client";

import { useEffect, useState } from "react";
import { late } from "./late";
import { watchTips, type Tip } from "./watch-tips";

const TooltipBubble = late(() => import("./tooltip-bubble").then((file) => file.TooltipBubble));

/**
 * The one tooltip of the page: the name and the key of whatever has `data-tip`, after half a second under a mouse or at
 * once under the keyboard's focus. What draws it is loaded when the first is to be shown.
 */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => watchTips(setTip), []);
  return tip ? <TooltipBubble {...tip} /> : null;
}
