import { useTranslations } from "next-intl";
import Link from "next/link";
import { BrandMark } from "@/components/shell/brand";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/url/paths";
import { DocsIndex } from "./docs-index";
import { ErrorsSection, IdempotencySection, KeysSection, RateSection, type Rates } from "./general-sections";
import { OperationSection } from "./operation-section";
import { basePathOf, readOperations, type DocAnswer, type DocOperation, type Json } from "./read-document";

export type ApiDocsProps = {
  document: Json;
  /** Of the server as it was asked, such as `https://mail.seller.test`. */
  origin: string;
  rates: Rates;
  /** Null for strangers: the page is as public as its document. `messageId`: of a reply that the reader can ask for. */
  reader: { isSandbox: boolean; messageId: string | null } | null;
};

/** The OpenAPI document as a page, with a command for each operation. */
export function ApiDocs({ document, origin, rates, reader }: ApiDocsProps) {
  const t = useTranslations("docs");
  const operations = readOperations(document);
  const basePath = basePathOf(document);
  const base = `${origin}${basePath}`;
  const place = { base, values: reader?.messageId ? { message_id: reader.messageId } : {} };
  return (
    <div className="min-h-dvh bg-surface">
      <a
        href="#content"
        className="sr-only z-tooltip rounded-2 bg-raised px-3 py-2 font-medium shadow-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <DocsHeader isSignedIn={reader !== null} />
      <div className="mx-auto flex max-w-[68rem] flex-col gap-6 px-4 max-md:pt-4 md:flex-row md:items-start md:gap-10 lg:px-6">
        <DocsIndex entries={entries()} />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none md:pt-6">
          <h1 className="text-20 font-strong tracking-display">{t("title")}</h1>
          <p className="mt-2 max-w-measure text-14 text-text-2">{t("intro")}</p>
          <p className="mt-4 text-12 text-text-3">{t("base")}</p>
          <p className="text-13 [overflow-wrap:anywhere]">
            <code>{base}</code>
          </p>
          <p className="mt-4 mb-8 max-w-measure text-14 text-text-2">
            {t(reader?.isSandbox ? "example.sandbox" : "example.own")}
          </p>
          <KeysSection id="keys" isSignedIn={reader !== null} />
          {operations.map((operation) => (
            <OperationSection key={operation.id} operation={operation} place={place} basePath={basePath} />
          ))}
          <IdempotencySection id="idempotency" />
          <RateSection id="rate-limits" rates={rates} />
          <ErrorsSection id="errors" answers={refusalsOf(operations)} />
        </main>
      </div>
    </div>
  );

  function entries() {
    return [
      { id: "keys", title: t("keys.title") },
      ...operations.map(({ id, summary, path }) => ({ id, title: summary, path })),
      { id: "idempotency", title: t("idempotency.title") },
      { id: "rate-limits", title: t("rate.title") },
      { id: "errors", title: t("errors.title") },
    ];
  }
}

function DocsHeader({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTranslations("docs");
  return (
    <header className="sticky top-0 z-sticky border-b border-line bg-surface">
      <div className="mx-auto flex h-bar max-w-[68rem] items-center gap-2 px-4 lg:px-6">
        <Link href={paths.home} aria-label={t("home")} className="flex items-center gap-2 font-strong tracking-tight">
          <BrandMark />
          <span className="max-sm:hidden">Threadwell</span>
        </Link>
        <div className="ml-auto flex items-center gap-1">
          <a href={paths.openApi} className={buttonClass({ variant: "quiet" })}>
            {t("document")}
          </a>
          <Link href={isSignedIn ? paths.apiKeys : paths.signIn} className={buttonClass({ variant: "quiet" })}>
            {t(isSignedIn ? "keysLink" : "signIn")}
          </Link>
        </div>
      </div>
    </header>
  );
}

/** Each refusal once, by its status. */
function refusalsOf(operations: DocOperation[]): DocAnswer[] {
  const all = operations.flatMap(({ answers }) => answers).filter(({ status }) => !status.startsWith("2"));
  return [...new Map(all.map((answer) => [answer.status, answer])).values()];
}
