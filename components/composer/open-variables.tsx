import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ComposerModel } from "./use-composer";

/** Which variable of the text has no value, what to do about it, and where it is. */
export function OpenVariables({ model: { readiness, templates } }: { model: ComposerModel }) {
  const t = useTranslations("composer.variables");
  if (readiness.state !== "blocked" || readiness.reason !== "open_variable") return null;
  const { name, count } = readiness;
  return (
    <div className="flex w-full min-w-0 items-start gap-1.5 text-12 text-text-2">
      <Braces aria-hidden className="mt-0.5 size-3.5 shrink-0 stroke-[1.75] text-bad" />
      <p className="min-w-0">
        <output className="font-medium wrap-anywhere text-bad">{t("open", { name, count: count - 1 })}</output>{" "}
        {t("how")}{" "}
        <Button variant="link" className="text-12" onClick={() => templates.store.show()}>
          {t("show", { name })}
        </Button>
      </p>
    </div>
  );
}
