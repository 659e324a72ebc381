import { UserPen } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Handed } from "@/lib/domain/draft";

/** Who wrote the draft before the viewer, and what they say of it. */
export function HandedLine({ handed }: { handed: Handed | undefined }) {
  const t = useTranslations("composer.handed");
  if (!handed) return null;
  return (
    <p className="flex items-start gap-1.5 border-b border-line bg-note-soft px-3 py-1.5 text-12">
      <UserPen aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
      <span className="min-w-0 break-words">
        {t(handed.note ? "byWith" : "by", { name: handed.by, note: handed.note })}
      </span>
    </p>
  );
}
