import { Check, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { RecipientOutcome } from "@/lib/domain/recipient-outcome";

/** What the server said to each recipient, in its own words. Nothing is drawn where there is nothing to tell. */
export function RecipientOutcomes({ outcomes, className }: { outcomes: RecipientOutcome[]; className?: string }) {
  const t = useTranslations("composer.reply");
  if (outcomes.length === 0) return null;
  return (
    <ul aria-label={t("outcomes")} className={cn("flex flex-col gap-0.5 text-12", className)}>
      {outcomes.map(({ address, accepted, response }) => (
        <li key={address} className="flex items-start gap-1.5 [&_svg]:mt-0.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          {accepted ? <Check aria-hidden className="text-good" /> : <CircleX aria-hidden className="text-bad" />}
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-medium">{address}</span>{" "}
            <span className={accepted ? "text-text-3" : "text-bad"}>{t(accepted ? "accepted" : "refused")}</span>
            {response && !accepted ? <span className="text-text-3"> {response}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
