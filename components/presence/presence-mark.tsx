import { Eye, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { namedPresence, type PresentMember } from "@/lib/domain/presence";

/** Who else is in a thread, in words: "Jonas is writing". */
export function PresenceMark({ members, className }: { members: PresentMember[]; className?: string }) {
  const words = usePresenceWords();
  const said = words(members);
  if (!said) return null;
  const isWriting = members[0]?.state === "writing";
  const Icon = isWriting ? PenLine : Eye;
  return (
    <span
      data-presence={members[0]?.state}
      title={members.map(({ name }) => name).join(", ")}
      className={cn(
        "inline-flex min-w-0 items-center gap-1 text-11 [&>svg]:size-3 [&>svg]:shrink-0 [&>svg]:stroke-2",
        isWriting ? "text-accent-text" : "text-text-2",
        className,
      )}
    >
      <Icon aria-hidden />
      <span className="truncate">{said}</span>
    </span>
  );
}

export function usePresenceWords(): (members: PresentMember[] | undefined) => string {
  const t = useTranslations("inbox.presence");
  return (members) => {
    const named = namedPresence(members);
    return named ? t(named.state, { name: named.name, others: named.others }) : "";
  };
}
