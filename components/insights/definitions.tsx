import { useTranslations } from "next-intl";

const FIGURES = ["answers", "waiting", "replies", "positive", "followUps", "approvals"] as const;

/** What the figures at the top count, in words; charts and tables have theirs beside them. */
export function Definitions() {
  const t = useTranslations("insights");
  return (
    <section aria-labelledby="insight-definitions" className="border-t border-line px-4 py-4">
      <h2 id="insight-definitions" className="text-13 font-strong">
        {t("definitions")}
      </h2>
      <dl className="mt-2 grid gap-x-6 gap-y-2.5 md:grid-cols-2 xl:grid-cols-3">
        {FIGURES.map((figure) => (
          <div key={figure}>
            <dt className="text-12 font-medium">{t(`figure.${figure}.label`)}</dt>
            <dd className="text-11 text-pretty text-text-3">{t(`figure.${figure}.definition`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
