import { UserPen } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** Says where a draft stood that the viewer has handed over who goes on with it. */
export function GivenNote({ to }: { to: string[] | undefined }) {
  const t = useTranslations("composer.handed");
  const format = useFormatter();
  if (!to) return null;
  return (
    <p className="flex items-start gap-1.5 border-t border-line bg-note-soft px-3 py-1.5 text-12">
      <UserPen aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
      <span className="min-w-0 break-words">{t("given", { names: format.list(to), count: to.length })}</span>
    </p>
  );
}
