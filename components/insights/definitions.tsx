import { useTranslations } from "next-intl";
import { useMay } from "@/components/inbox/use-may";

/** What the figures at the top that the reader has count, in words; charts and tables have theirs beside them. */
export function Definitions() {
  const t = useTranslations("insights");
  const mayPlan = useMay("plan.read");
  const mayReview = useMay("review.ask");
  const figures = [
    ...(["answers", "waiting", "replies", "positive"] as const),
    ...(mayPlan ? (["followUps"] as const) : []),
    ...(mayReview ? (["approvals"] as const) : []),
  ];
  return (
    <section aria-labelledby="insight-definitions" className="border-t border-line px-4 py-4">
      <h2 id="insight-definitions" className="text-13 font-strong">
        {t("definitions")}
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-2.5 md:grid-cols-2 xl:grid-cols-3">
        {figures.map((figure) => (
          <div key={figure}>
            <dt className="text-12 font-medium">{t(`figure.${figure}.label`)}</dt>
            <dd className="text-11 text-pretty text-text-3">{t(`figure.${figure}.definition`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
