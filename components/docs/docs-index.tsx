import { useTranslations } from "next-intl";

export type IndexEntry = { id: string; title: string; path?: string };

/** Where things stand on the page: beside the text where there is room, above it on a phone. */
export function DocsIndex({ entries }: { entries: IndexEntry[] }) {
  const t = useTranslations("docs");
  return (
    <nav
      aria-label={t("index")}
      className="shrink-0 md:sticky md:top-bar md:max-h-[calc(100dvh-2.75rem)] md:w-[15rem] md:overflow-y-auto md:py-6"
    >
      <p className="text-11 text-text-3 md:px-2">{t("index")}</p>
      <ul className="mt-1 flex flex-col gap-px">
        {entries.map(({ id, title, path }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-control flex-col justify-center rounded-2 py-1 text-text-2 hover:bg-hover hover:text-text active:bg-pressed md:px-2 touch:min-h-control-touch"
            >
              {title}
              {path ? <code className="text-11 [overflow-wrap:anywhere] text-text-3">{path}</code> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
