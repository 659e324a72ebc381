import {
  Check,
  CircleX,
  CloudOff,
  FlaskConical,
  FolderX,
  Gauge,
  Hourglass,
  KeyRound,
  LockOpen,
  RefreshCw,
  ShieldX,
  Unplug,
  Waypoints,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { HealthWord } from "@/lib/domain/mailbox-health";

const LOOKS = {
  sandbox: { icon: FlaskConical, tone: "text-accent-text" },
  new: { icon: RefreshCw, tone: "text-accent-text" },
  smartlead: { icon: Waypoints, tone: "text-accent-text" },
  unsigned: { icon: KeyRound, tone: "text-warn" },
  connected: { icon: Check, tone: "text-good" },
  folders: { icon: FolderX, tone: "text-warn" },
  behind: { icon: Hourglass, tone: "text-warn" },
  capped: { icon: Gauge, tone: "text-warn" },
  disabled: { icon: Unplug, tone: "text-text-3" },
  failing_auth: { icon: CircleX, tone: "text-bad" },
  failing_permission: { icon: ShieldX, tone: "text-bad" },
  failing_network: { icon: CloudOff, tone: "text-warn" },
  failing_tls: { icon: LockOpen, tone: "text-bad" },
  failing_name: { icon: CircleX, tone: "text-bad" },
  failing_sending: { icon: CircleX, tone: "text-bad" },
  failing_other: { icon: CircleX, tone: "text-bad" },
} as const satisfies Record<HealthWord, unknown>;

type StateLineProps = { word: HealthWord; title: string; text: string };

/** How a mailbox stands: an icon, a word, and below it what follows from it. */
export function StateLine({ word, title, text }: StateLineProps) {
  const { icon: Icon, tone } = LOOKS[word];
  const isPlain = word === "connected" || word === "sandbox" || word === "smartlead";
  return (
    <div className="flex min-w-0 gap-2">
      <Icon aria-hidden className={cn("mt-0.5 size-[15px] shrink-0 stroke-[1.75]", tone)} />
      <div className="min-w-0">
        <p className={cn("font-medium", isPlain ? "text-text" : tone)}>{title}</p>
        <p className="text-12 text-text-3">{text}</p>
      </div>
    </div>
  );
}
