import {
  CalendarCheck,
  Check,
  CircleHelp,
  CircleX,
  Clock,
  Hand,
  Hourglass,
  MessageSquareDiff,
  Reply,
  Send,
  TriangleAlert,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import type { ReplyStateKind } from "./reply-state-kind";

/** How a state looks, the same in thread and lists. Without an icon it is the spinner's. */
export const REPLY_LOOKS: Record<ReplyStateKind, { icon: LucideIcon | null; tone: string }> = {
  undo: { icon: Undo2, tone: "[&>svg]:text-accent-text" },
  scheduled: { icon: Clock, tone: "[&>svg]:text-accent-text" },
  approval: { icon: MessageSquareDiff, tone: "[&>svg]:text-accent-text" },
  queued: { icon: Send, tone: "[&>svg]:text-accent-text" },
  sending: { icon: null, tone: "[&>svg]:text-accent-text" },
  retrying: { icon: Hourglass, tone: "text-warn" },
  held: { icon: Hand, tone: "text-warn" },
  handed_over: { icon: CalendarCheck, tone: "[&>svg]:text-accent-text" },
  sent: { icon: Check, tone: "text-good" },
  partly_sent: { icon: TriangleAlert, tone: "text-warn" },
  dropped: { icon: Reply, tone: "" },
  stopped: { icon: Reply, tone: "" },
  cancelled: { icon: CircleX, tone: "[&>svg]:text-text-3" },
  failed: { icon: CircleX, tone: "text-bad" },
  unknown: { icon: CircleHelp, tone: "text-warn" },
};
