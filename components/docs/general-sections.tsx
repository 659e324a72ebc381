import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/url/paths";
import { StatusCode } from "./answer-list";
import { DocsSection } from "./docs-section";
import type { DocAnswer } from "./read-document";
import { code } from "./rich-code";

const TEXT_CLASS = "mt-2 max-w-measure text-14 text-text-2";

export type Rates = { burst: number; minute: number };

export function KeysSection({ id, isSignedIn }: { id: string; isSignedIn: boolean }) {
  const t = useTranslations("docs.keys");
  return (
    <DocsSection id={id} title={t("title")}>
      <p className={TEXT_CLASS}>{t.rich("text", { code })}</p>
      <p className={TEXT_CLASS}>{t("owner")}</p>
      {isSignedIn ? (
        <p className="mt-3">
          <Link href={paths.apiKeys} className={buttonClass({ variant: "link" })}>
            {t("make")}
          </Link>
        </p>
      ) : null}
    </DocsSection>
  );
}

export function IdempotencySection({ id }: { id: string }) {
  const t = useTranslations("docs.idempotency");
  return (
    <DocsSection id={id} title={t("title")}>
      <p className={TEXT_CLASS}>{t.rich("text", { code })}</p>
      <p className={TEXT_CLASS}>{t("kept")}</p>
      <p className={TEXT_CLASS}>{t("failure")}</p>
    </DocsSection>
  );
}

export function RateSection({ id, rates }: { id: string; rates: Rates }) {
  const t = useTranslations("docs.rate");
  return (
    <DocsSection id={id} title={t("title")}>
      <p className={TEXT_CLASS}>{t.rich("text", { ...rates, code })}</p>
      <p className={TEXT_CLASS}>{t.rich("headers", { code })}</p>
    </DocsSection>
  );
}

/** Every refusal of the API once, whichever operation it comes from. */
export function ErrorsSection({ id, answers }: { id: string; answers: DocAnswer[] }) {
  const t = useTranslations("docs.errors");
  return (
    <DocsSection id={id} title={t("title")}>
      <p className={TEXT_CLASS}>{t("text")}</p>
      <dl className="mt-3 divide-y divide-line border-y border-line">
        {answers.map(({ status, description }) => (
          <div key={status} className="flex gap-3 py-2">
            <dt>
              <StatusCode status={status} />
            </dt>
            <dd className="text-text-2">{description}</dd>
          </div>
        ))}
      </dl>
    </DocsSection>
  );
}
