import { CalendarCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { SmartleadOfThread } from "@/lib/domain/smartlead";
import { smartleadNotes } from "./smartlead-notes";

type Props = { smartlead: SmartleadOfThread | null; hasFiles: boolean; isScheduled: boolean };

/** What is different about a reply that Smartlead sends, said before it is sent and only where it matters. */
export function SmartleadNote({ smartlead, hasFiles, isScheduled }: Props) {
  const t = useTranslations("composer.smartlead");
  const notes = smartlead ? smartleadNotes(smartlead, { hasFiles, isScheduled }) : [];
  return (
    <output className="block empty:hidden">
      {notes.map((note) => {
        const isPlain = note === "handsOver";
        const Icon = isPlain ? CalendarCheck : TriangleAlert;
        return (
          <p
            key={note}
            data-note={note}
            className={cn(
              "flex items-start gap-2 border-t border-line px-3 py-2 text-12",
              isPlain ? "text-text-2" : "text-warn",
            )}
          >
            <Icon aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
            <span className="min-w-0 break-words">{t(note)}</span>
          </p>
        );
      })}
    </output>
  );
}
